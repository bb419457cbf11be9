package dev.keystile.core;

import java.security.SecureRandom;

/**
 * Where keys, secrets and identifiers come from. Implementations are safe for use by many threads. Inject your own only in
 * tests; everything that is guessable with a weak source is a way in.
 */
@FunctionalInterface
public interface RandomBytes {

    /** {@code length} fresh bytes, in an array of their own. */
    byte[] next(int length);

    /** The platform's {@link SecureRandom}, drawn in batches, the default everywhere. */
    static RandomBytes secure() {
        return new BatchedSecureRandom();
    }

    /** {@code length} characters of {@code A-Z a-z 0-9}, each equally likely. */
    default String alphanumeric(int length) {
        return Alphanumeric.draw(length, this);
    }
}
