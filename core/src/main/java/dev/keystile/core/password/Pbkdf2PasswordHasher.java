package dev.keystile.core.password;

import dev.keystile.codec.Digests;
import dev.keystile.core.RandomBytes;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2-HMAC-SHA256, the default: needs nothing but the JDK. Hashes read {@code $pbkdf2-sha256$i=600000$salt$hash}, with a
 * salt of 16 bytes and a hash of 32, both in unpadded standard base64.
 *
 * <p>It verifies hashes with up to 10 000 000 rounds (some seconds), a salt of 8 to 64 bytes and a hash of 16 to 64, and
 * recognises no others, so that a corrupt or planted hash can't keep a server busy.
 *
 * <p>Characters are hashed as UTF-8. An unpaired surrogate counts as {@code ?}; and as HMAC pads its key with zeros, a
 * password is not told from the same one with NUL characters behind it. Immutable, safe for use by many threads.
 */
public final class Pbkdf2PasswordHasher implements PasswordHasher {

    /** The rounds of {@link #recommended()}, and the fewest that {@link #withRounds} takes. */
    public static final int RECOMMENDED_ROUNDS = 600_000;

    private static final int MAX_ROUNDS = 10_000_000;
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;
    private static final String SCHEME = "pbkdf2-sha256";
    private static final String ROUNDS = "i";

    /** All hashers of the process share it unless they are told otherwise: it is the processors that are few. */
    private static final Turnstile HALF_OF_THE_PROCESSORS =
            new Turnstile(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private final int rounds;
    private final RandomBytes random;
    private final Turnstile turnstile;

    private Pbkdf2PasswordHasher(int rounds, RandomBytes random, Turnstile turnstile) {
        if (rounds < 1 || rounds > MAX_ROUNDS) {
            throw new IllegalArgumentException("PBKDF2 takes 1 to " + MAX_ROUNDS + " rounds, not " + rounds
                    + "; use recommended(), which does " + RECOMMENDED_ROUNDS + ".");
        }
        this.rounds = rounds;
        this.random = random;
        this.turnstile = turnstile;
    }

    /** 600 000 rounds, as OWASP recommends: about a tenth of a second. */
    public static Pbkdf2PasswordHasher recommended() {
        return withRounds(RECOMMENDED_ROUNDS);
    }

    /**
     * More than the recommended rounds. Hashes with fewer still verify, and {@link #isCurrent} tells them apart.
     *
     * @throws IllegalArgumentException if {@code rounds} is not within 600 000 to 10 000 000
     */
    public static Pbkdf2PasswordHasher withRounds(int rounds) {
        if (rounds < RECOMMENDED_ROUNDS) {
            throw new IllegalArgumentException(rounds
                    + " rounds of PBKDF2-HMAC-SHA256 are too few to slow down whoever steals a" + " hash, "
                    + RECOMMENDED_ROUNDS + " are the least; use recommended(), or weakerThanRecommended in tests.");
        }
        return new Pbkdf2PasswordHasher(rounds, RandomBytes.secure(), HALF_OF_THE_PROCESSORS);
    }

    /**
     * Any number of rounds: for tests that can't wait, never for passwords of people.
     *
     * @param rounds 1 to 10 000 000
     * @param random where salts come from
     * @throws IllegalArgumentException if {@code rounds} is not within these bounds
     */
    public static Pbkdf2PasswordHasher weakerThanRecommended(int rounds, RandomBytes random) {
        return new Pbkdf2PasswordHasher(rounds, random, HALF_OF_THE_PROCESSORS);
    }

    /**
     * This hasher, with at most {@code computations} at once and a bound of its own; the others wait their turn. Unless told so,
     * all hashers of the process together use half of its processors, at least one, so that a storm of logins leaves processors
     * to those who are logged in. It doesn't leave them request threads: who waits here holds one. Serve on virtual threads, or throttle
     * logins.
     *
     * @throws IllegalArgumentException if {@code computations} is less than 1
     */
    public Pbkdf2PasswordHasher atMostAtOnce(int computations) {
        return new Pbkdf2PasswordHasher(rounds, random, new Turnstile(computations));
    }

    @Override
    public PasswordHash hash(Password password) {
        return turnstile.pass(() -> {
            byte[] salt = random.next(SALT_LENGTH);
            byte[] hash = derive(password, salt, rounds, HASH_LENGTH);
            return PasswordHash.parse(new PhcString(SCHEME, Map.of(ROUNDS, rounds), salt, hash).format());
        });
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        PhcString stored = understand(hash)
                .orElseThrow(() ->
                        new IllegalArgumentException("This is no PBKDF2 hash within bounds; ask recognises first, or"
                                + " combine hashers with alsoVerifying."));
        byte[] derived =
                turnstile.pass(() -> derive(password, stored.salt(), stored.parameter(ROUNDS), stored.hash().length));
        return Digests.constantTimeEquals(derived, stored.hash());
    }

    @Override
    public PasswordHash decoy() {
        byte[] salt = random.next(SALT_LENGTH);
        byte[] hash = random.next(HASH_LENGTH);
        return PasswordHash.parse(new PhcString(SCHEME, Map.of(ROUNDS, rounds), salt, hash).format());
    }

    @Override
    public boolean recognises(PasswordHash hash) {
        return understand(hash).isPresent();
    }

    @Override
    public boolean isCurrent(PasswordHash hash) {
        return understand(hash)
                .filter(stored -> stored.parameter(ROUNDS) >= rounds)
                .filter(stored -> stored.salt().length >= SALT_LENGTH && stored.hash().length >= HASH_LENGTH)
                .isPresent();
    }

    private static Optional<PhcString> understand(PasswordHash hash) {
        return PhcString.parse(hash.phc())
                .filter(stored -> stored.isOf(SCHEME, List.of(ROUNDS)))
                .filter(stored -> stored.parameter(ROUNDS) >= 1 && stored.parameter(ROUNDS) <= MAX_ROUNDS);
    }

    /** PBKDF2 of RFC 8018 section 5.2. */
    static byte[] derive(Password password, byte[] salt, int rounds, int length) {
        PBEKeySpec spec = new PBEKeySpec(password.characters(), salt, rounds, length * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException(
                    "This Java runtime has no PBKDF2WithHmacSHA256; run a JDK with the SunJCE provider,"
                            + " or choose Argon2PasswordHasher.",
                    unavailable);
        } finally {
            spec.clearPassword();
        }
    }
}
