/**
 * The application's users, as it shows them to this library.
 */
@NullMarked
package dev.keystile.store.user;

import org.jspecify.annotations.NullMarked;
