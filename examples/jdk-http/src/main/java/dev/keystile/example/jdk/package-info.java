/**
 * The demo: every contract on the JDK's own HTTP server.
 */
@NullMarked
package dev.keystile.example.jdk;

import org.jspecify.annotations.NullMarked;
