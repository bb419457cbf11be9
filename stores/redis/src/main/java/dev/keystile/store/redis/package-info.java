/**
 * Stores on a {@link redis.clients.jedis.UnifiedJedis}: one Redis server, one behind Sentinel, or a cluster. What they say to
 * it are the scripts beside these classes, one for each intent.
 */
@NullMarked
package dev.keystile.store.redis;

import org.jspecify.annotations.NullMarked;
