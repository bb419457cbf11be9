/**
 * A request and a response as plain values, and the table of routes that a server mounts. No framework is known here.
 */
@NullMarked
package dev.keystile.http;

import org.jspecify.annotations.NullMarked;
