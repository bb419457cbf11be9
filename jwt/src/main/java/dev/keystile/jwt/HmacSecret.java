package dev.keystile.jwt;

import dev.keystile.codec.CanonicalBase64;
import dev.keystile.codec.Digests;
import dev.keystile.core.RandomBytes;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The secret behind HS256, HS384 and HS512: whoever has it can both verify tokens and make them.
 *
 * <p>Compared in constant time; {@link #toString()} reveals nothing. {@link #reveal()} is the only way out, so a search for that
 * name finds every place that handles a secret in the clear. Whether a secret is strong enough is decided by
 * {@link TokenKey#hmac}, which knows the algorithm.
 */
public final class HmacSecret {

    private static final String REMEDY =
            "make one with \"openssl rand -base64 64 | tr -d '\\n'\" and keep it out of the source code";

    /** Among 32 random bytes fewer than 8 different ones come once in 10^37 secrets. */
    private static final int FEWEST_DIFFERENT_BYTES = 8;

    private final byte[] bytes;

    private HmacSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A new secret, exactly as long as {@code algorithm} asks for, from {@code random}.
     *
     * @throws IllegalArgumentException if {@code algorithm} is none of HS256, HS384 and HS512
     */
    public static HmacSecret generate(TokenAlgorithm algorithm, RandomBytes random) {
        algorithm.requireHmac();
        return of(random.next(algorithm.size()));
    }

    /** @throws IllegalArgumentException if {@code bytes} are none */
    public static HmacSecret of(byte[] bytes) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("The secret is empty; " + REMEDY + ".");
        }
        return new HmacSecret(bytes.clone());
    }

    /**
     * The secret that {@code text} spells in standard base64 with padding, as it comes from a setting.
     *
     * @throws IllegalArgumentException if {@code text} is null, empty or not canonical base64; the message shows nothing of it
     */
    public static HmacSecret ofBase64(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("The secret is missing; " + REMEDY + ".");
        }
        return of(CanonicalBase64.decode(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The secret is not canonical base64 with padding, on one line; " + REMEDY + ".")));
    }

    /** The secret in base64, in the clear, as {@link #ofBase64} takes it. */
    public String reveal() {
        return CanonicalBase64.encode(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** @throws IllegalArgumentException if this secret is too short for {@code algorithm} or plainly isn't random */
    void requireStrengthFor(TokenAlgorithm algorithm) {
        int period = shortestPeriod();
        int different = differentBytes();
        if (bytes.length < algorithm.size()) {
            throw tooWeak(algorithm, "this one has " + bytes.length);
        }
        if (period < algorithm.size()) {
            throw tooWeak(algorithm, "this one has " + bytes.length + ", but repeats the same " + period);
        }
        if (different < FEWEST_DIFFERENT_BYTES) {
            throw tooWeak(algorithm, "this one has only " + different + " different ones");
        }
    }

    private static IllegalArgumentException tooWeak(TokenAlgorithm algorithm, String finding) {
        return new IllegalArgumentException(algorithm.jwsName() + " needs a secret of at least " + algorithm.size()
                + " random bytes (RFC 7518, section 3.2); " + finding + "; " + REMEDY + ".");
    }

    private int differentBytes() {
        BitSet seen = new BitSet();
        for (byte each : bytes) {
            seen.set(each & 0xFF);
        }
        return seen.cardinality();
    }

    /** How many bytes it takes to tell the whole secret by repeating them; all of them, unless they come twice at least. */
    private int shortestPeriod() {
        for (int period = 1; period <= bytes.length / 2; period++) {
            if (Arrays.equals(bytes, period, bytes.length, bytes, 0, bytes.length - period)) {
                return period;
            }
        }
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HmacSecret that && Digests.constantTimeEquals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "HmacSecret[redacted]";
    }
}
