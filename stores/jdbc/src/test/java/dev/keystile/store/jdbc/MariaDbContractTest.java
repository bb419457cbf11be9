package dev.keystile.store.jdbc;

import dev.keystile.store.jdbc.engine.TestEngine;

/** MariaDB 11.4 keeps every contract. */
class MariaDbContractTest extends StoreContracts {

    MariaDbContractTest() {
        super(TestEngine.MARIADB_11);
    }
}
