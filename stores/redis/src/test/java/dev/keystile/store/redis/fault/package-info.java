/** Nodes and servers that die, and many nodes at once. Slow, so it runs in the Maven profile {@code faults} alone. */
@NullMarked
package dev.keystile.store.redis.fault;

import org.jspecify.annotations.NullMarked;
