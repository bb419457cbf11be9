package dev.keystile.core.password;

import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** Hashes passwords slowly and verifies them. Safe for use by many threads. */
public interface PasswordHasher {

    /** A hash of {@code password} with a fresh salt and this hasher's own parameters. */
    PasswordHash hash(Password password);

    /**
     * Whether {@code password} is the one that was hashed, by the parameters that the hash carries. Takes the time of a hash
     * whether or not it matches.
     *
     * @throws IllegalArgumentException if {@link #recognises} is false for {@code hash}
     */
    boolean matches(Password password, PasswordHash hash);

    /** Whether {@code hash} is of a kind and within bounds that this hasher can verify. */
    boolean recognises(PasswordHash hash);

    /** Whether {@code hash} was made by this hasher's own kind with parameters at least as strong as its own. */
    boolean isCurrent(PasswordHash hash);

    /**
     * A hash of no password, with this hasher's own parameters: comparing with it costs what comparing with a real one does, so
     * that a login by an unknown name takes as long as one with a wrong password. Costs no hashing itself.
     */
    PasswordHash decoy();

    /**
     * A hash of {@code plain} for every form that a contract may ask for, to be stored when a user registers or changes the
     * password.
     */
    default Map<PasswordForm, PasswordHash> hashEveryForm(String plain) {
        return Map.of(
                PasswordForm.PLAIN, hash(Password.plain(plain)),
                PasswordForm.MD5_HEX, hash(Password.md5Hex(DigestUtils.md5Hex(plain))));
    }

    /** PBKDF2-HMAC-SHA256 with 600 000 rounds, the default: needs nothing but the JDK. */
    static PasswordHasher pbkdf2() {
        return Pbkdf2PasswordHasher.recommended();
    }

    /**
     * This hasher, and for hashes that it doesn't recognise {@code former}: for a deployment that moves from one kind to another
     * while its users log in.
     */
    default PasswordHasher alsoVerifying(PasswordHasher former) {
        return new MigratingPasswordHasher(this, former);
    }
}
