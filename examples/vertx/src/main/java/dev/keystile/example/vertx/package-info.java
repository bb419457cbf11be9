/** Keystile on Vert.x. */
@NullMarked
package dev.keystile.example.vertx;

import org.jspecify.annotations.NullMarked;
