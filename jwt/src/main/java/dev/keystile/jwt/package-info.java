/**
 * The protocol half of JSON Web Tokens: {@link dev.keystile.jwt.TokenIssuer} writes them, {@link dev.keystile.jwt.TokenVerifier}
 * judges them, both under one set of {@link dev.keystile.jwt.TokenRules} and one {@link dev.keystile.jwt.KeyRing}.
 *
 * <p>Nothing here performs I/O: keys, rules, clock and randomness are handed in, and no token makes us fetch, open or look up
 * anything. Whether a token was spent or revoked is for the ledger to say. Everything is immutable and safe for use by many
 * threads.
 */
@NullMarked
package dev.keystile.jwt;

import org.jspecify.annotations.NullMarked;
