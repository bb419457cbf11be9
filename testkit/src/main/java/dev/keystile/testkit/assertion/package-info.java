/** Assertions about answers, headers and tokens of the contracts, in the style of AssertJ. */
@NullMarked
package dev.keystile.testkit.assertion;

import org.jspecify.annotations.NullMarked;
