package dev.keystile.jwt.service;

import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.jwt.fixture.TestUsers;

/** The hasher of the test users, for tests that change one of its methods. */
interface ForwardingHasher extends PasswordHasher {

    @Override
    default PasswordHash hash(Password password) {
        return TestUsers.hasher().hash(password);
    }

    @Override
    default boolean matches(Password password, PasswordHash hash) {
        return TestUsers.hasher().matches(password, hash);
    }

    @Override
    default boolean recognises(PasswordHash hash) {
        return TestUsers.hasher().recognises(hash);
    }

    @Override
    default boolean isCurrent(PasswordHash hash) {
        return TestUsers.hasher().isCurrent(hash);
    }

    @Override
    default PasswordHash decoy() {
        return TestUsers.hasher().decoy();
    }
}
