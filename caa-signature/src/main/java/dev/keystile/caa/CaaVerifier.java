package dev.keystile.caa;

import static dev.keystile.caa.CaaVerdict.Rejection.OUTSIDE_WINDOW;
import static dev.keystile.caa.CaaVerdict.Rejection.WRONG_SIGNATURE;

import dev.keystile.core.ApiSecret;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signatures. {@link #standard()} accepts {@code HMAC_SHA1} and {@code HMAC_SHA256} within five minutes of the
 * server's clock. Pure and immutable, safe for use by many threads.
 *
 * <p>A signature binds action, key and time. It binds neither method nor path nor body, unless both sides say so by a
 * {@link RequestBinding}: give every operation an action of its own, and use TLS.
 */
public final class CaaVerifier {

    private static final Duration DEFAULT_WINDOW = Duration.ofMinutes(5);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private final Set<CaaAlgorithm> accepted;
    private final Duration window;

    /** The same once more, as every request needs them. */
    private final CaaAlgorithm[] tried;

    private final long windowMillis;

    private CaaVerifier(Set<CaaAlgorithm> accepted, Duration window) {
        this.accepted = accepted;
        this.window = window;
        this.tried = accepted.toArray(new CaaAlgorithm[0]);
        this.windowMillis = window.toMillis();
    }

    /** {@code HMAC_SHA1} and {@code HMAC_SHA256}, five minutes. */
    public static CaaVerifier standard() {
        return new CaaVerifier(EnumSet.of(CaaAlgorithm.HMAC_SHA1, CaaAlgorithm.HMAC_SHA256), DEFAULT_WINDOW);
    }

    /**
     * This verifier, accepting {@code algorithms} and no others.
     *
     * @throws IllegalArgumentException if there are none
     */
    public CaaVerifier accepting(Set<CaaAlgorithm> algorithms) {
        if (algorithms.isEmpty()) {
            throw new IllegalArgumentException(
                    "A verifier accepts at least one algorithm; name one, such as HMAC_SHA256.");
        }
        return new CaaVerifier(EnumSet.copyOf(algorithms), window);
    }

    /** This verifier, also accepting the legacy {@link CaaAlgorithm#SHA1_DIGEST} of clients that are already in the field. */
    public CaaVerifier alsoAcceptingLegacyDigest() {
        EnumSet<CaaAlgorithm> more = EnumSet.copyOf(accepted);
        more.add(CaaAlgorithm.SHA1_DIGEST);
        return new CaaVerifier(more, window);
    }

    /**
     * This verifier, accepting timestamps up to {@code window} before and after the server's clock, both ends included.
     *
     * @throws IllegalArgumentException if {@code window} is not positive or longer than a day
     */
    public CaaVerifier within(Duration window) {
        if (window.isNegative() || window.isZero() || window.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("A signature window is positive and at most a day, not " + window
                    + "; honest clients correct their clocks, five minutes are enough.");
        }
        return new CaaVerifier(accepted, window);
    }

    /**
     * Whether {@code header} was signed for {@code action} with {@code secret}, in time.
     *
     * @throws IllegalArgumentException if {@code action} can't be signed; actions come from the server's configuration
     */
    public CaaVerdict verify(String action, CaaHeader header, ApiSecret secret, long nowMillis) {
        CaaAlgorithm algorithm = matching(header, action, secret);
        if (algorithm == null) {
            return WRONG_SIGNATURE;
        }
        return isWithinWindow(header.timestampMillis() - nowMillis)
                ? new VerifiedSignature(action, header, algorithm)
                : OUTSIDE_WINDOW;
    }

    /**
     * Whether {@code header} was signed for {@code action} and this very request with {@code secret}, in time. The legacy digest
     * binds nothing and never matches here.
     *
     * @param binding made of the request as it came
     * @throws IllegalArgumentException if {@code action} can't be signed
     */
    public CaaVerdict verify(
            String action, RequestBinding binding, CaaHeader header, ApiSecret secret, long nowMillis) {
        if (binding.isNone()) {
            return verify(action, header, secret, nowMillis);
        }
        BoundSignature expected = new BoundSignature(header.signingString(action), binding);
        for (CaaAlgorithm algorithm : accepted) {
            if (expected.matches(algorithm, secret, header.signature())) {
                return isWithinWindow(header.timestampMillis() - nowMillis)
                        ? new VerifiedSignature(action, header, algorithm)
                        : OUTSIDE_WINDOW;
            }
        }
        return WRONG_SIGNATURE;
    }

    /** How far a timestamp may be from the server's clock. */
    public Duration window() {
        return window;
    }

    /** What is accepted. */
    public Set<CaaAlgorithm> accepted() {
        return EnumSet.copyOf(accepted);
    }

    /** Tries every accepted algorithm of the signature's length, without stopping at a match. */
    private @Nullable CaaAlgorithm matching(CaaHeader header, String action, ApiSecret secret) {
        SigningString signing = header.signingString(action);
        CaaAlgorithm matching = null;
        for (CaaAlgorithm algorithm : tried) {
            if (header.isSignedBy(algorithm, signing, secret)) {
                matching = algorithm;
            }
        }
        return matching;
    }

    /** Two comparisons, because {@code Math.abs} of the smallest long is negative, and so smaller than any window. */
    private boolean isWithinWindow(long aheadMillis) {
        return -windowMillis <= aheadMillis && aheadMillis <= windowMillis;
    }
}
