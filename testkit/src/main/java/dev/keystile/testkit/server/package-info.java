/**
 * For the tests of applications: a server of the contracts inside the test, on a clock that the test moves, and key pairs and tokens
 * in every state that they can be in.
 */
@NullMarked
package dev.keystile.testkit.server;

import org.jspecify.annotations.NullMarked;
