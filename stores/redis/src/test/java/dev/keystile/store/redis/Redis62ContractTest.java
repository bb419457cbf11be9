package dev.keystile.store.redis;

import dev.keystile.store.redis.engine.TestServer;

/** Redis 6.2, one server, keeps every contract. */
class Redis62ContractTest extends StoreContracts {

    Redis62ContractTest() {
        super(TestServer.REDIS_6_2);
    }
}
