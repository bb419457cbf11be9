package dev.keystile.store.redis.engine;

import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

/** A server, and another that follows it as fast as it can; nobody waits for it unless asked. */
public record PrimaryWithReplica(RedisProcess primary, RedisProcess replica) implements AutoCloseable {

    /** Starts both, on 6.2, and waits until the one has all of the other. */
    public static PrimaryWithReplica start() {
        return start(RedisBinary.REDIS_6_2);
    }

    /** As {@link #start()}, on {@code binary}. */
    public static PrimaryWithReplica start(RedisBinary binary) {
        RedisProcess primary = RedisProcess.start(binary, "--repl-diskless-sync-delay", "0");
        RedisProcess replica = RedisProcess.start(binary, "--replicaof", "127.0.0.1", String.valueOf(primary.port()));
        PrimaryWithReplica pair = new PrimaryWithReplica(primary, replica);
        Patience.until("the replica follows", () -> pair.replicaSays("master_link_status:up"));
        return pair;
    }

    /** Stops the replica, and whatever is still on its way to it. */
    public void cutReplicaOff() {
        replica.freeze();
        try (Jedis jedis = primary.connect()) {
            jedis.clientKill(ClientKillParams.clientKillParams().type(ClientType.REPLICA));
        }
    }

    /** The primary is gone for good, and the replica takes over with what it has. */
    public void failOver() {
        primary.kill();
        replica.thaw();
        try (Jedis jedis = replica.connect()) {
            jedis.replicaofNoOne();
        }
        Patience.until("the replica has taken over", () -> replicaSays("role:master"));
    }

    @Override
    public void close() {
        primary.close();
        replica.close();
    }

    private boolean replicaSays(String line) {
        try (Jedis jedis = replica.connect()) {
            return jedis.info("replication").contains(line);
        }
    }
}
