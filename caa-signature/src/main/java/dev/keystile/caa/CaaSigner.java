package dev.keystile.caa;

import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Signs a client's requests with one pair. Safe for use by many threads.
 *
 * <p>A client whose clock is wrong is told so: hand the {@code serverTime} of a refusal to {@link #adjustTo(Instant)}, or the
 * {@code Date} header of any answer to {@link #adjustToDate(String)}, and sign again.
 */
public final class CaaSigner {

    private static final long LAST_13_DIGITS = 9_999_999_999_999L;
    private static final long DATE_PRECISION_MILLIS = 1_000;

    private final PairText pair;
    private final CaaAlgorithm algorithm;
    private final Clock clock;
    private final AtomicLong offsetMillis;

    private CaaSigner(PairText pair, CaaAlgorithm algorithm, Clock clock, AtomicLong offsetMillis) {
        this.pair = pair;
        this.algorithm = algorithm;
        this.clock = clock;
        this.offsetMillis = offsetMillis;
    }

    /** A signer by {@code HMAC_SHA1} and the system's clock. */
    public static CaaSigner of(ApiKey apiKey, ApiSecret secret) {
        PairText pair = new PairText(apiKey, secret);
        return new CaaSigner(pair, CaaAlgorithm.HMAC_SHA1, Clock.systemUTC(), new AtomicLong());
    }

    /**
     * As {@link #of(ApiKey, ApiSecret)}, from the {@code apiKey} and {@code secretKey} of a grant.
     *
     * @throws IllegalArgumentException if one of them is not the canonical base64 of 32 bytes
     */
    public static CaaSigner of(String apiKey, String secretKey) {
        return of(parseKey(apiKey), parseSecret(secretKey));
    }

    /**
     * A signer for the pair that a refresh returned: algorithm, clock and clock correction stay.
     *
     * @throws IllegalArgumentException if {@code apiKey} or {@code secretKey} is not the canonical base64 of 32 bytes
     */
    public CaaSigner renewed(String apiKey, String secretKey) {
        PairText renewed = new PairText(parseKey(apiKey), parseSecret(secretKey));
        return new CaaSigner(renewed, algorithm, clock, offsetMillis);
    }

    /** A signer for the same pair and clock correction, by {@code algorithm}. */
    public CaaSigner using(CaaAlgorithm algorithm) {
        return new CaaSigner(pair, algorithm, clock, offsetMillis);
    }

    /** A signer for the same pair, by {@code clock}, which nothing has corrected yet. */
    public CaaSigner at(Clock clock) {
        return new CaaSigner(pair, algorithm, clock, new AtomicLong());
    }

    /**
     * The value of an {@code Authorization} header for {@code action}, signed now.
     *
     * @throws IllegalArgumentException if {@code action} has a character that can't be signed
     * @throws IllegalStateException if the corrected clock is before 1970 or after 2286
     */
    public String sign(String action) {
        InnerText inner = unsigned();
        inner.putSignature(algorithm.digest(new SigningString(action, inner), pair::writeSecret));
        return inner.toHeader();
    }

    /**
     * As {@link #sign(String)}, for an endpoint that wants method, target and body signed too. It takes no other signature, and no
     * other endpoint takes this one.
     *
     * @param binding made of the request as it will be sent
     * @throws IllegalArgumentException if {@code action} has a character that can't be signed
     * @throws IllegalStateException if the corrected clock is before 1970 or after 2286, or the algorithm is the legacy digest
     */
    public String sign(String action, RequestBinding binding) {
        if (binding.isNone()) {
            return sign(action);
        }
        InnerText inner = unsigned();
        inner.putSignature(
                new BoundSignature(new SigningString(action, inner), binding).digest(algorithm, pair::writeSecret));
        return inner.toHeader();
    }

    /** What a header made now says, except for the signature. */
    private InnerText unsigned() {
        InnerText inner = InnerText.blank(algorithm.length());
        inner.putKey(pair::writeKey);
        inner.putTimestamp(requireInRange(clock.millis() + offsetMillis.get()));
        return inner;
    }

    /** Corrects the clock to what the server said; signers made by {@link #using} and {@link #renewed} share it. */
    public void adjustTo(Instant serverTime) {
        offsetMillis.set(serverTime.toEpochMilli() - clock.millis());
    }

    /**
     * Corrects the clock to a {@code Date} header, if it is off by more than the header's precision of one second. A text that
     * is no date is ignored.
     *
     * @param httpDate such as {@code Sun, 06 Nov 1994 08:49:37 GMT}
     */
    public void adjustToDate(String httpDate) {
        try {
            Instant date = ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            if (Math.abs(date.toEpochMilli() - clock.millis() - offsetMillis.get()) > DATE_PRECISION_MILLIS) {
                adjustTo(date);
            }
        } catch (DateTimeException noDate) {
            return;
        }
    }

    private static long requireInRange(long millis) {
        if (millis < 0 || millis > LAST_13_DIGITS) {
            throw new IllegalStateException("A Caa timestamp has 13 digits, but the clock says " + millis
                    + " ms; set the clock, or correct it with adjustTo.");
        }
        return millis;
    }

    private static ApiKey parseKey(String apiKey) {
        return ApiKey.parse(apiKey).orElseThrow(() -> notCanonical("apiKey"));
    }

    private static ApiSecret parseSecret(String secretKey) {
        return ApiSecret.parse(secretKey).orElseThrow(() -> notCanonical("secretKey"));
    }

    private static IllegalArgumentException notCanonical(String field) {
        return new IllegalArgumentException("The " + field + " is not the canonical base64 of 32 bytes (44 characters);"
                + " pass it as the grant has it.");
    }

    @Override
    public String toString() {
        return "CaaSigner[" + pair + ", " + algorithm + "]";
    }
}
