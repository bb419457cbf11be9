/**
 * Credentials, spent tokens, uses and failed logins in Redis.
 *
 * <p>{@link dev.keystile.store.redis.RedisCredentialStore} and {@link dev.keystile.store.redis.RedisTokenLedger} are handed to the
 * services; both stand on whatever {@code UnifiedJedis} the server makes.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"
}) // Jedis names its module in its manifest alone
module dev.keystile.store.redis {
    requires static transitive org.jspecify;
    requires transitive dev.keystile.store;
    requires transitive redis.clients.jedis;
    requires org.apache.commons.codec;
    requires org.apache.commons.pool2;
    requires org.slf4j;

    exports dev.keystile.store.redis;
}
