/** Keystile on Helidon SE. */
@NullMarked
package dev.keystile.example.helidon;

import org.jspecify.annotations.NullMarked;
