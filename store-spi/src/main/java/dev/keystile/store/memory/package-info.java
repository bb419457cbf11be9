/**
 * The embedded defaults, for one process. Linearizable, bounded by what is alive, without a thread of their own.
 */
@NullMarked
package dev.keystile.store.memory;

import org.jspecify.annotations.NullMarked;
