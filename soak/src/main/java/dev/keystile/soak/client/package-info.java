/** Clients who log in, ask, refresh, race and log out for as long as they are let, and judge each answer by what they know. */
@NullMarked
package dev.keystile.soak.client;

import org.jspecify.annotations.NullMarked;
