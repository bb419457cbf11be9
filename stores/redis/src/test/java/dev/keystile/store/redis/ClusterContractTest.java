package dev.keystile.store.redis;

import dev.keystile.store.redis.engine.TestServer;

/** A cluster of three servers keeps every contract. */
class ClusterContractTest extends StoreContracts {

    ClusterContractTest() {
        super(TestServer.CLUSTER);
    }
}
