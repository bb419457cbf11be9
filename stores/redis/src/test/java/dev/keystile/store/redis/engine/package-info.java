/** Real Redis servers, each a process of this machine. */
@NullMarked
package dev.keystile.store.redis.engine;

import org.jspecify.annotations.NullMarked;
