/**
 * The conformance suite.
 */
@NullMarked
package dev.keystile.testkit;

import org.jspecify.annotations.NullMarked;
