package dev.keystile.store.redis;

import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.Backoff;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottleKey;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/**
 * Failed logins in Redis, so that all nodes count together and a restart forgets nothing. Names and addresses are kept as keyed
 * digests. Safe for use by many threads.
 *
 * <p>Each call is one script and one round trip: {@code begin_attempt.lua}, {@code clear_attempt.lua}, {@code withdraw_attempt.lua}.
 * An attempt's meters belong to a user, to an address and to both, so all meters have one hash tag, and a cluster keeps them on one
 * node. After a failover to a replica that lags, failures of the last moments are forgotten.
 *
 * <p>Keys are bounded by what is admitted: at most three for each attempt whose password was looked at, and none for those that had
 * to wait. Each leaves by itself, ten minutes after it has come to count no longer.
 */
public final class RedisLoginThrottle implements LoginThrottle {

    private static final AttemptDecision ADMITTED = new AttemptDecision.Admitted();

    private final Server server;
    private final ThrottlePolicy policy;
    private final ThrottleKey key;

    /**
     * A throttle in the server behind {@code jedis}, by {@link ThrottlePolicy#standard()} and with
     * {@link RedisSettings#defaults()}.
     *
     * @param jedis a client with a pool, bounded waits and short timeouts; it stays the caller's to close
     * @param key the same on all nodes
     * @throws IllegalStateException if the server evicts keys when its memory is full
     * @throws dev.keystile.store.StoreException if it can't be asked
     */
    public RedisLoginThrottle(UnifiedJedis jedis, ThrottleKey key) {
        this(jedis, key, ThrottlePolicy.standard(), RedisSettings.defaults());
    }

    /** As {@link #RedisLoginThrottle(UnifiedJedis, ThrottleKey)}, by {@code policy} and with {@code settings}. */
    public RedisLoginThrottle(UnifiedJedis jedis, ThrottleKey key, ThrottlePolicy policy, RedisSettings settings) {
        this.server = Server.checked(jedis, settings);
        this.key = key;
        this.policy = policy;
    }

    @Override
    public AttemptDecision begin(LoginAttempt attempt) {
        Reply reply = run("count a login", Script.BEGIN_ATTEMPT, attempt);
        return switch (reply.word()) {
            case "admitted" -> ADMITTED;
            case "wait" -> new AttemptDecision.TooMany(Duration.ofMillis(millis(reply)));
            default -> throw reply.unheardOf();
        };
    }

    @Override
    public void succeeded(LoginAttempt attempt) {
        run("clear failed logins", Script.CLEAR_ATTEMPT, attempt);
    }

    @Override
    public void withdrawn(LoginAttempt attempt) {
        run("take a login back", Script.WITHDRAW_ATTEMPT, attempt);
    }

    private Reply run(String intent, Script script, LoginAttempt attempt) {
        List<byte[]> keys = Stream.of(Optional.of(attempt.account()), attempt.address(), attempt.pair())
                .flatMap(Optional::stream)
                .map(counted -> server.keyNames().attempt(key.nameOf(counted)))
                .toList();
        Arguments arguments = new Arguments()
                .with(server.newCall())
                .with(attempt.atMillis())
                .with(policy.welcome().toMillis());
        Stream.of(policy.account(), policy.address(), policy.pair())
                .limit(keys.size())
                .forEach(backoff -> add(backoff, arguments));
        return server.run(intent, script, keys, arguments);
    }

    private static void add(Backoff backoff, Arguments arguments) {
        arguments
                .with(backoff.freeFailures())
                .with(backoff.mostFailures())
                .with(backoff.firstDelay().toMillis())
                .with(backoff.longestDelay().toMillis())
                .with(backoff.forgivenEvery().toMillis());
    }

    private static long millis(Reply reply) {
        return Long.parseLong(new String(reply.bytes(1), StandardCharsets.US_ASCII));
    }
}
