package dev.keystile.store.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisMovedDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * A slot of a cluster that moves to another node, while a change is said to it. Whoever is refused for that has changed nothing,
 * and can say it again: at once if the slot has moved, and after a pause while some of its keys are here and some there.
 */
final class MovingSlot {

    /** Together they take a second. */
    static final int MOST_PAUSES = 20;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private MovingSlot() {}

    static boolean isBehind(JedisDataException refusal) {
        return refusal instanceof JedisRedirectionException
                || Failures.code(refusal).equals("TRYAGAIN");
    }

    /** Waits until there is hope. A pipeline goes by the client's map of the cluster and doesn't renew it; a read does. */
    static void follow(JedisDataException refusal, UnifiedJedis jedis, byte[] key) {
        if (refusal instanceof JedisMovedDataException) {
            jedis.pttl(key);
        } else {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
