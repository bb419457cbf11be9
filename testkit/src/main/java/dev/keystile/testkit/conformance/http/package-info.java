/**
 * The checks that are about HTTP rather than about keys or tokens: bodies, methods, framing, connections. Not exported.
 */
@NullMarked
package dev.keystile.testkit.conformance.http;

import org.jspecify.annotations.NullMarked;
