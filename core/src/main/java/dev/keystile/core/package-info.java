/**
 * The domain: keys and the pairs of them, users, families of credentials, and the policies that decide what a login and an
 * exchange do. Plain immutable values; nothing here performs I/O.
 */
@NullMarked
package dev.keystile.core;

import org.jspecify.annotations.NullMarked;
