/** What stands between a store and a real server, to see what goes over and to break it. */
@NullMarked
package dev.keystile.store.redis.instrument;

import org.jspecify.annotations.NullMarked;
