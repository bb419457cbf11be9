/**
 * The checks of the JWT contracts, the {@code /tokens} dialect and the Bearer dialect. Tokens are read and forged here by the JDK
 * alone, so that the library isn't its own judge. Not exported.
 */
@NullMarked
package dev.keystile.testkit.conformance.jwt;

import org.jspecify.annotations.NullMarked;
