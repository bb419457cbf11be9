package dev.keystile.store.redis;

import dev.keystile.core.RandomBytes;
import dev.keystile.store.StoreException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Runs scripts, and reads single fields. Every script can be said twice: it knows the call by a random name that only this call has,
 * and if it was here before, it answers what it should have answered then. So if a connection is lost before the answer came, the same
 * is said once more, here or by the client library itself; that looks what happened and makes up for it, in one.
 */
final class Server {

    private static final int CALL_LENGTH = 16;

    private final UnifiedJedis jedis;
    private final RedisSettings settings;
    private final boolean inCluster;
    private final KeyNames keyNames;
    private final RandomBytes random = RandomBytes.secure();

    private Server(UnifiedJedis jedis, RedisSettings settings) {
        this.jedis = jedis;
        this.settings = settings;
        this.inCluster = Node.inCluster(jedis);
        this.keyNames = new KeyNames(settings.namespace());
    }

    /** A server whose settings have been looked at. */
    static Server checked(UnifiedJedis jedis, RedisSettings settings) {
        new Preflight(settings).check(jedis);
        return new Server(jedis, settings);
    }

    KeyNames keyNames() {
        return keyNames;
    }

    /** A name for a call, which no other call has. */
    String newCall() {
        return random.alphanumeric(CALL_LENGTH);
    }

    /**
     * What {@code script} answers.
     *
     * @param intent what it is for, as it reads after "did not"
     * @param keys the shelf first; a read is told of nothing else, so that it goes on while a cluster moves them one by one
     * @throws StoreException if it didn't happen, or isn't known to have happened
     */
    Reply run(String intent, Script script, List<byte[]> keys, Arguments arguments) {
        List<byte[]> touched = script.changes() ? keys : keys.subList(0, 1);
        Saying saying = new Saying(
                script, touched, arguments.with(settings.replicas() > 0).list());
        return Reply.of(answer(intent, saying.keys().get(0), () -> sayOnce(intent, saying)));
    }

    /**
     * What a field of a shelf holds, or null: without a script, which takes the server longer than to find it.
     *
     * @param intent as of {@link #run}
     * @throws StoreException if the server doesn't tell
     */
    byte @Nullable [] read(String intent, byte[] shelf, byte[] field) {
        return answer(intent, shelf, () -> jedis.hget(shelf, field));
    }

    private <T extends @Nullable Object> T answer(String intent, byte[] key, Supplier<T> command) {
        try {
            return say(key, command);
        } catch (JedisConnectionException lost) {
            return sayAgain(intent, key, command);
        } catch (JedisClusterOperationException lostAgainAndAgain) {
            throw Failures.lost(intent, lostAgainAndAgain);
        } catch (JedisDataException refusal) {
            throw inCluster ? Failures.refusedInCluster(intent, refusal) : Failures.refused(intent, refusal);
        } catch (JedisException failure) {
            throw Failures.noConnection(intent, failure);
        }
    }

    /** Whatever goes wrong now, the first time may have been heard. */
    private <T extends @Nullable Object> T sayAgain(String intent, byte[] key, Supplier<T> command) {
        try {
            return say(key, command);
        } catch (JedisException failure) {
            throw Failures.lost(intent, failure);
        }
    }

    private <T extends @Nullable Object> T say(byte[] key, Supplier<T> command) {
        for (int pauses = 0; ; pauses++) {
            try {
                return command.get();
            } catch (JedisDataException refusal) {
                if (pauses == MovingSlot.MOST_PAUSES || !MovingSlot.isBehind(refusal)) {
                    throw refusal;
                }
                MovingSlot.follow(refusal, jedis, key);
            }
        }
    }

    private Object sayOnce(String intent, Saying saying) {
        int replicas = settings.replicas();
        if (replicas == 0 || !saying.script().changes()) {
            return saying.on(jedis);
        }
        Saying.Acknowledged said =
                saying.on(jedis, replicas, settings.replicaTimeout().toMillis());
        if (said.replicas() < replicas) {
            throw Failures.notAcknowledged(intent, said.replicas(), replicas);
        }
        return said.answer();
    }
}
