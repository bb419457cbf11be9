package dev.keystile.store.jdbc;

import dev.keystile.store.jdbc.engine.TestEngine;

/** PostgreSQL 18 keeps every contract. */
class PostgreSql18ContractTest extends StoreContracts {

    PostgreSql18ContractTest() {
        super(TestEngine.POSTGRESQL_18);
    }
}
