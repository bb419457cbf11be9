package dev.keystile.store.redis;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the stores use the server.
 *
 * @param namespace what every key begins with, so that applications can share a server: 1 to 32 characters of {@code a-z 0-9 -}
 * @param replicas how many replicas have to acknowledge a change before it is answered; 0 is none
 * @param replicaTimeout how long to wait for them: 1 ms to a minute, and less than the client waits for an answer
 * @param volatileEviction whether the server may evict keys that have a time to live, which all of ours have
 */
public record RedisSettings(String namespace, int replicas, Duration replicaTimeout, boolean volatileEviction) {

    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException if one of them isn't as said above */
    public RedisSettings {
        if (!NAMESPACE.matcher(namespace).matches()) {
            throw new IllegalArgumentException(
                    "A namespace has 1 to 32 characters of a-z 0-9 -, so that it can't bend the slots of keys.");
        }
        if (replicas < 0) {
            throw new IllegalArgumentException("0 replicas or more can be waited for, not " + replicas + ".");
        }
        if (replicaTimeout.toMillis() < 1 || replicaTimeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("Replicas are waited for 1 ms to 1 minute, not " + replicaTimeout
                    + "; without a bound a call could take for ever.");
        }
    }

    /** The namespace {@code keystile}, no replicas waited for, and no eviction. */
    public static RedisSettings defaults() {
        return new RedisSettings("keystile", 0, Duration.ofSeconds(1), false);
    }

    /** These settings, with another {@code namespace}. */
    public RedisSettings withNamespace(String namespace) {
        return new RedisSettings(namespace, replicas, replicaTimeout, volatileEviction);
    }

    /**
     * These settings, with every change waiting for {@code replicas} by {@code WAIT}. If fewer acknowledge in time, the call
     * fails; the change may have happened, and may be undone by a failover. A failover to a replica that acknowledged loses
     * nothing.
     */
    public RedisSettings acknowledgedBy(int replicas, Duration timeout) {
        return new RedisSettings(namespace, replicas, timeout, volatileEviction);
    }

    /**
     * These settings, on a server with a {@code volatile-…} eviction policy. Short of memory, such a server forgets live
     * pairs, which logs people out, and revocations, which lets them in again. Size its memory so that it never evicts.
     */
    public RedisSettings allowingVolatileEviction() {
        return new RedisSettings(namespace, replicas, replicaTimeout, true);
    }
}
