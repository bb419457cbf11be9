/**
 * What the conformance suite is run against, what it checks, and what became of it. The suite itself is
 * {@code dev.keystile.testkit.ConformanceSuite}.
 */
@NullMarked
package dev.keystile.testkit.conformance;

import org.jspecify.annotations.NullMarked;
