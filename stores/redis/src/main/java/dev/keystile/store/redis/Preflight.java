package dev.keystile.store.redis;

import dev.keystile.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Looks at the server's settings before anything is trusted to it: refuses what would lose revocations, warns of what may. */
final class Preflight {

    private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);

    private final RedisSettings settings;

    Preflight(RedisSettings settings) {
        this.settings = settings;
    }

    /**
     * @throws IllegalStateException if a server evicts what it must not
     * @throws StoreException if no server can be asked
     */
    void check(UnifiedJedis jedis) {
        if (Pools.mayWaitForEver(jedis)) {
            LOG.warn(
                    "Who finds all connections to Redis in use waits for ever; set maxWait of the pool, so that every call ends.");
        }
        List<JedisException> failures = new ArrayList<>();
        List<Node> nodes = Node.allOf(jedis);
        for (Node node : nodes) {
            try {
                check(node.name(), node.facts());
            } catch (JedisException failure) {
                LOG.warn("{} can't be asked for its settings, so they are not checked.", node.name(), failure);
                failures.add(failure);
            }
        }
        if (failures.size() == nodes.size()) {
            throw new StoreException(
                    "The server can't be asked for its settings; look at the connection.", failures.get(0));
        }
    }

    private void check(String name, ServerFacts facts) {
        facts.evictionPolicy()
                .ifPresentOrElse(
                        policy -> checkEviction(name, policy),
                        () -> LOG.warn(
                                "EVICTION IS NOT CHECKED: {} tells maxmemory-policy neither by CONFIG GET nor by INFO. Make sure"
                                        + " that it is noeviction; otherwise revocations may be forgotten.",
                                name));
        if (!facts.isKnownToPersist()) {
            LOG.warn(
                    "{} is not known to write to disk: when it ends, everybody is logged out, and spent and revoked tokens are good"
                            + " again. Set appendonly yes.",
                    name);
        }
    }

    private void checkEviction(String name, String policy) {
        if (policy.equals("noeviction")) {
            return;
        }
        if (!policy.startsWith("volatile-")) {
            throw new IllegalStateException(name + " evicts any key when its memory is full (maxmemory-policy " + policy
                    + "), so revocations would be forgotten. Set maxmemory-policy noeviction.");
        }
        if (!settings.volatileEviction()) {
            throw new IllegalStateException(name + " evicts keys that have a time to live when its memory is full"
                    + " (maxmemory-policy " + policy
                    + "), and all of ours have. Set maxmemory-policy noeviction, or take the"
                    + " risk by RedisSettings.allowingVolatileEviction().");
        }
        LOG.warn(
                "{} may evict revocations when its memory is full (maxmemory-policy {}), as was asked for.",
                name,
                policy);
    }
}
