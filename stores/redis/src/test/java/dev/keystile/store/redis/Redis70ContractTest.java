package dev.keystile.store.redis;

import dev.keystile.store.redis.engine.TestServer;

/** Redis 7.0, one server, keeps every contract. */
class Redis70ContractTest extends StoreContracts {

    Redis70ContractTest() {
        super(TestServer.REDIS_7_0);
    }
}
