package dev.keystile.store.contract;

/** What the chapters of the contract are told against. */
interface StoreUnderTest {

    /** The store of the running test. */
    StoreDriver driver();
}
