package dev.keystile.store.redis;

import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * A script with its keys and arguments. It is said by its digest, and in full where the server has forgotten it.
 *
 * @param keys all that the script touches, in one slot
 */
record Saying(Script script, List<byte[]> keys, List<byte[]> arguments) {

    /** What comes back, and how many replicas have it. */
    record Acknowledged(Object answer, long replicas) {}

    Object on(UnifiedJedis jedis) {
        try {
            return jedis.evalsha(script.sha1(), keys, arguments);
        } catch (JedisNoScriptException forgotten) {
            return jedis.eval(script.text(), keys, arguments);
        }
    }

    /** Says it and waits for replicas, on one connection, since {@code WAIT} speaks of that alone. */
    Acknowledged on(UnifiedJedis jedis, int replicas, long timeoutMillis) {
        try {
            return pipelined(jedis, replicas, timeoutMillis, false);
        } catch (JedisNoScriptException forgotten) {
            return pipelined(jedis, replicas, timeoutMillis, true);
        }
    }

    private Acknowledged pipelined(UnifiedJedis jedis, int replicas, long timeoutMillis, boolean inFull) {
        try (AbstractPipeline pipeline = jedis.pipelined()) {
            Response<Object> answer = inFull
                    ? pipeline.eval(script.text(), keys, arguments)
                    : pipeline.evalsha(script.sha1(), keys, arguments);
            Response<Long> acknowledgements = pipeline.waitReplicas(keys.get(0), replicas, timeoutMillis);
            pipeline.sync();
            return new Acknowledged(heard(answer), heard(acknowledgements));
        }
    }

    /** The pipeline of a cluster keeps to itself that a connection broke, and has no answers then. */
    private static <T> T heard(Response<T> response) {
        try {
            return response.get();
        } catch (IllegalStateException nothing) {
            throw new JedisConnectionException("No answer came.", nothing);
        }
    }
}
