package dev.keystile.store.contract.token;

/** What the chapters of the contract are told against. */
interface LedgerUnderTest {

    /** The ledger of the running test. */
    LedgerDriver driver();
}
