/**
 * The checks of the Caa contracts: login, signatures, refreshes, logout. Signatures are computed here by the JDK alone, so that
 * the library isn't its own judge. Not exported.
 */
@NullMarked
package dev.keystile.testkit.conformance.caa;

import org.jspecify.annotations.NullMarked;
