package dev.keystile.core.password;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The one place that knows Bouncy Castle, which may be missing. */
final class BouncyCastleArgon2 {

    private static final String ARTIFACT = "org.bouncycastle:bcprov-jdk18on:1.86";

    private BouncyCastleArgon2() {}

    /** @throws IllegalStateException if there is no Bouncy Castle */
    static void requirePresence() {
        try {
            new Argon2BytesGenerator();
        } catch (LinkageError missing) {
            throw new IllegalStateException(
                    "Argon2id needs Bouncy Castle, which is an optional dependency: add " + ARTIFACT
                            + ", to the module path if this library is there too; or use PasswordHasher.pbkdf2().",
                    missing);
        }
    }

    /** Argon2id of version 19, RFC 9106. */
    static byte[] derive(Password password, byte[] salt, Argon2Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] utf8 = password.utf8();
        byte[] hash = new byte[length];
        generator.generateBytes(utf8, hash);
        Arrays.fill(utf8, (byte) 0);
        return hash;
    }
}
