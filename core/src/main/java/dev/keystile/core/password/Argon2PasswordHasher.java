package dev.keystile.core.password;

import dev.keystile.codec.Digests;
import dev.keystile.core.RandomBytes;
import java.util.Optional;

/**
 * Argon2id, which costs memory as well as time and so slows down graphics cards too. Hashes read
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, as the reference implementation writes them. It is never chosen by itself:
 * only a deployment that names it uses it.
 *
 * <p>It needs Bouncy Castle, an optional dependency: add {@code org.bouncycastle:bcprov-jdk18on} 1.86. If this library is on the
 * module path, so must be {@code org.bouncycastle.provider}.
 *
 * <p>Each computation holds its memory while it runs, so only so many run at once and the others wait: as many as there are
 * processors, unless {@link #atMostAtOnce} says otherwise.
 *
 * <p>It verifies hashes with up to 256 MiB, 16 passes and 16 lanes, a salt of 8 to 64 bytes and a hash of 16 to 64, and
 * recognises no others, so that a corrupt or planted hash can't exhaust a server. Immutable, safe for use by many threads.
 */
public final class Argon2PasswordHasher implements PasswordHasher {

    private static final Argon2Cost RECOMMENDED = new Argon2Cost(19 * 1024, 2, 1);
    private static final String SCHEME = "argon2id$v=19";
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;

    private final Argon2Cost cost;
    private final RandomBytes random;
    private final Turnstile turnstile;

    private Argon2PasswordHasher(Argon2Cost cost, RandomBytes random, int atOnce) {
        this.cost = cost;
        this.random = random;
        this.turnstile = new Turnstile(atOnce);
    }

    /**
     * 19 MiB, 2 passes, 1 lane, as OWASP recommends: some hundredths of a second.
     *
     * @throws IllegalStateException if Bouncy Castle is missing
     */
    public static Argon2PasswordHasher recommended() {
        return create(RECOMMENDED, RandomBytes.secure());
    }

    /**
     * More memory or more passes than recommended. Cheaper hashes still verify, and {@link #isCurrent} tells them apart.
     *
     * @param memoryKib 19 456 to 262 144 KiB
     * @param passes 2 to 16
     * @throws IllegalArgumentException if either is not within these bounds
     * @throws IllegalStateException if Bouncy Castle is missing
     */
    public static Argon2PasswordHasher withCost(int memoryKib, int passes) {
        Argon2Cost cost = new Argon2Cost(memoryKib, passes, RECOMMENDED.lanes());
        if (!cost.isAtLeast(RECOMMENDED)) {
            throw new IllegalArgumentException(
                    "Argon2id with " + memoryKib + " KiB and " + passes + " passes is too cheap to"
                            + " slow down whoever steals a hash, " + RECOMMENDED.memoryKib() + " KiB and "
                            + RECOMMENDED.passes()
                            + " are the least; use recommended(), or weakerThanRecommended in tests.");
        }
        return create(cost, RandomBytes.secure());
    }

    /**
     * Any cost: for tests that can't wait, never for passwords of people.
     *
     * @param memoryKib 8 to 262 144 KiB
     * @param passes 1 to 16
     * @param random where salts come from
     * @throws IllegalArgumentException if memory or passes are not within these bounds
     * @throws IllegalStateException if Bouncy Castle is missing
     */
    public static Argon2PasswordHasher weakerThanRecommended(int memoryKib, int passes, RandomBytes random) {
        return create(new Argon2Cost(memoryKib, passes, RECOMMENDED.lanes()), random);
    }

    private static Argon2PasswordHasher create(Argon2Cost cost, RandomBytes random) {
        if (!cost.isWithinBounds()) {
            throw new IllegalArgumentException("Argon2id takes 8 to 262144 KiB and 1 to 16 passes, not "
                    + cost.memoryKib() + " KiB and " + cost.passes() + " passes; use recommended().");
        }
        BouncyCastleArgon2.requirePresence();
        return new Argon2PasswordHasher(cost, random, Runtime.getRuntime().availableProcessors());
    }

    /**
     * This hasher, with at most {@code computations} at once. They hold that many times the memory of a hash; more of them than
     * processors make nothing faster.
     *
     * @throws IllegalArgumentException if {@code computations} is less than 1
     */
    public Argon2PasswordHasher atMostAtOnce(int computations) {
        return new Argon2PasswordHasher(cost, random, computations);
    }

    @Override
    public PasswordHash hash(Password password) {
        return turnstile.pass(() -> {
            byte[] salt = random.next(SALT_LENGTH);
            byte[] hash = BouncyCastleArgon2.derive(password, salt, cost, HASH_LENGTH);
            return PasswordHash.parse(new PhcString(SCHEME, cost.toParameters(), salt, hash).format());
        });
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        PhcString stored = understand(hash)
                .orElseThrow(() ->
                        new IllegalArgumentException("This is no Argon2id hash within bounds; ask recognises first, or"
                                + " combine hashers with alsoVerifying."));
        byte[] derived = turnstile.pass(
                () -> BouncyCastleArgon2.derive(password, stored.salt(), Argon2Cost.of(stored), stored.hash().length));
        return Digests.constantTimeEquals(derived, stored.hash());
    }

    @Override
    public PasswordHash decoy() {
        byte[] salt = random.next(SALT_LENGTH);
        byte[] hash = random.next(HASH_LENGTH);
        return PasswordHash.parse(new PhcString(SCHEME, cost.toParameters(), salt, hash).format());
    }

    @Override
    public boolean recognises(PasswordHash hash) {
        return understand(hash).isPresent();
    }

    @Override
    public boolean isCurrent(PasswordHash hash) {
        return understand(hash)
                .filter(stored -> Argon2Cost.of(stored).isAtLeast(cost))
                .filter(stored -> stored.salt().length >= SALT_LENGTH && stored.hash().length >= HASH_LENGTH)
                .isPresent();
    }

    private static Optional<PhcString> understand(PasswordHash hash) {
        return PhcString.parse(hash.phc())
                .filter(stored -> stored.isOf(SCHEME, Argon2Cost.PARAMETERS))
                .filter(stored -> Argon2Cost.of(stored).isWithinBounds());
    }
}
