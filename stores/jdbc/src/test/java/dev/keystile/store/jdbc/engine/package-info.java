/** Real engines, started by whoever asks for them first, and stopped with the JVM. */
@NullMarked
package dev.keystile.store.jdbc.engine;

import org.jspecify.annotations.NullMarked;
