/** What is put between a store and a real engine, to see what goes over and to break it. */
@NullMarked
package dev.keystile.store.jdbc.instrument;

import org.jspecify.annotations.NullMarked;
