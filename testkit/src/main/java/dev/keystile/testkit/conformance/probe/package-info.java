/**
 * What checks are made of: what they need, what they send, what they expect. Not exported.
 */
@NullMarked
package dev.keystile.testkit.conformance.probe;

import org.jspecify.annotations.NullMarked;
