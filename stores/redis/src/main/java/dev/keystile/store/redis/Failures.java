package dev.keystile.store.redis;

import dev.keystile.store.StoreException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What a failure means. Servers may quote arguments in their messages, and a lookup is as good as a key where nothing is
 * sealed; so of a refusal its code and its stack trace are told, and never the rest.
 */
final class Failures {

    private static final Pattern CODE = Pattern.compile("(?<=^| -)[A-Z]+(?= )");

    private Failures() {}

    /** The server answered, and not by doing it. */
    static StoreException refused(String intent, JedisDataException failure) {
        return new StoreException(
                "The server did not " + intent + " (" + code(failure) + "); nothing changed.", withoutMessage(failure));
    }

    /** The same of a cluster, whose client says a command again by itself; only its last attempt is known to have been refused. */
    static StoreException refusedInCluster(String intent, JedisDataException failure) {
        return new StoreException(
                "The cluster did not " + intent + " when it was last told to (" + code(failure)
                        + "); if it was told more than once, it is not known whether it had done so before.",
                withoutMessage(failure));
    }

    /** The pool had no connection, so nothing was sent: what it says holds no value of ours. */
    static StoreException noConnection(String intent, JedisException failure) {
        return new StoreException(
                "No connection to " + intent + "; look at the server, and at the size of the pool.", failure);
    }

    static StoreException lost(String intent, JedisException failure) {
        return new StoreException(
                "The server was told to " + intent
                        + " more than once and didn't answer; it is not known to have done so.",
                withoutMessage(failure));
    }

    static StoreException notAcknowledged(String intent, long replicas, int wanted) {
        return new StoreException(replicas + " of " + wanted + " replicas acknowledged in time that the server did "
                + intent + "; a failover might undo it, so it counts as not known. Look at the replicas.");
    }

    private static JedisException withoutMessage(JedisException failure) {
        JedisException told =
                new JedisException(failure.getClass().getName() + ", its message left out because it may quote values");
        told.setStackTrace(failure.getStackTrace());
        return told;
    }

    /** Why, in one word: of {@code ERR Error running script (…): -OOM command not allowed …} it is {@code OOM}. */
    static String code(JedisDataException failure) {
        return CODE.matcher(String.valueOf(failure.getMessage()))
                .results()
                .map(MatchResult::group)
                .reduce("ERR", (former, latter) -> latter);
    }
}
