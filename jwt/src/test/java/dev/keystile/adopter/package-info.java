/** A server team that uses this library: it sees exported types alone, and mounts nothing. */
@NullMarked
package dev.keystile.adopter;

import org.jspecify.annotations.NullMarked;
