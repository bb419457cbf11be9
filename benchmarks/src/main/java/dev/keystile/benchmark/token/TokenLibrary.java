package dev.keystile.benchmark.token;

import org.jspecify.annotations.Nullable;

/**
 * A library in its best idiomatic use: whatever can be made once and used again is. All of them write the same nine claims and
 * check the same things of a token: signature, {@code exp}, {@code nbf}, {@code iss} and, by {@code aud}, the kind.
 */
interface TokenLibrary {

    /** A token that {@link #verify} takes, with a {@code jti} of 128 random bits. */
    String issue();

    /** The {@code jti} of {@code token}, or null if the token is refused. */
    @Nullable
    String verify(String token);
}
