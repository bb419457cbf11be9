/** Keystile on JAX-RS, here Jersey. */
@NullMarked
package dev.keystile.example.jaxrs;

import org.jspecify.annotations.NullMarked;
