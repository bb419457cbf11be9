/** The demo in a JVM of its own, and what that JVM holds: heap, threads, descriptors. */
@NullMarked
package dev.keystile.soak.server;

import org.jspecify.annotations.NullMarked;
