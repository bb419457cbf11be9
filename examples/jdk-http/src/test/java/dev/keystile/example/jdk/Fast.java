package dev.keystile.example.jdk;

import dev.keystile.core.RandomBytes;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;

/** What tests that aren't about passwords use, so that they don't wait for one. */
final class Fast {

    private static final PasswordHasher HASHER = Pbkdf2PasswordHasher.weakerThanRecommended(10, RandomBytes.secure());

    private Fast() {}

    static PasswordHasher hasher() {
        return HASHER;
    }
}
