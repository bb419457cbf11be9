package dev.keystile.store.jdbc;

import dev.keystile.store.jdbc.engine.TestEngine;

/** PostgreSQL 14 keeps every contract. */
class PostgreSql14ContractTest extends StoreContracts {

    PostgreSql14ContractTest() {
        super(TestEngine.POSTGRESQL_14);
    }
}
