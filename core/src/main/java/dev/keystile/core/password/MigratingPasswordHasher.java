package dev.keystile.core.password;

/** Hashes by one hasher, and verifies what another one made. */
record MigratingPasswordHasher(PasswordHasher current, PasswordHasher former) implements PasswordHasher {

    @Override
    public PasswordHash hash(Password password) {
        return current.hash(password);
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        return current.recognises(hash) ? current.matches(password, hash) : former.matches(password, hash);
    }

    @Override
    public boolean recognises(PasswordHash hash) {
        return current.recognises(hash) || former.recognises(hash);
    }

    @Override
    public PasswordHash decoy() {
        return current.decoy();
    }

    @Override
    public boolean isCurrent(PasswordHash hash) {
        return current.isCurrent(hash);
    }
}
