package dev.keystile.store.jdbc;

import dev.keystile.store.jdbc.engine.TestEngine;

/** H2, in a file, keeps every contract. */
class H2ContractTest extends StoreContracts {

    H2ContractTest() {
        super(TestEngine.H2);
    }
}
