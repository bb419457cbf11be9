package dev.keystile.core;

import dev.keystile.codec.CanonicalBase64;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The secret half of a pair: 32 random bytes, written as 44 characters of canonical base64. Requests are signed with the
 * characters, not with the bytes behind them.
 *
 * <p>Compared in constant time; {@link #toString()} reveals nothing. The only ways out are {@link #reveal()} and
 * {@link #bytes()}, so a search for those two names finds every place that handles a secret in the clear.
 */
public final class ApiSecret {

    /** The number of bytes of a secret. */
    public static final int LENGTH = 32;

    /** The number of characters that spell one. */
    public static final int TEXT_LENGTH = 44;

    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    private ApiSecret(byte[] bytes) {
        first = ThirtyTwoBytes.number(bytes, 0);
        second = ThirtyTwoBytes.number(bytes, 1);
        third = ThirtyTwoBytes.number(bytes, 2);
        fourth = ThirtyTwoBytes.number(bytes, 3);
    }

    /** The one that {@link #writeTo} wrote there. */
    ApiSecret(long[] numbers, int at) {
        first = numbers[at];
        second = numbers[at + 1];
        third = numbers[at + 2];
        fourth = numbers[at + 3];
    }

    /** A new secret with 256 bits from {@code random}. */
    public static ApiSecret generate(RandomBytes random) {
        return of(random.next(LENGTH));
    }

    /** The secret that {@code text} spells, or nothing if it is not the canonical base64 of 32 bytes. Never throws. */
    public static Optional<ApiSecret> parse(String text) {
        return CanonicalBase64.decode(text, LENGTH).map(ApiSecret::new);
    }

    /**
     * The secret of these {@code bytes}.
     *
     * @throws IllegalArgumentException if they are not 32
     */
    public static ApiSecret of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A secret key is " + LENGTH + " bytes, not " + bytes.length + ".");
        }
        return new ApiSecret(bytes);
    }

    /** The 44 characters that the client is handed, in the clear. */
    public String reveal() {
        byte[] text = new byte[TEXT_LENGTH];
        writeText(text, 0);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes what {@link #reveal} reveals into {@code target}, from {@code at} on; where it ends. */
    public int writeText(byte[] target, int at) {
        return ThirtyTwoBytes.writeBase64(first, second, third, fourth, target, at);
    }

    /** Writes the 32 bytes into {@code numbers}, in the clear, as four of them from {@code at} on. */
    void writeTo(long[] numbers, int at) {
        numbers[at] = first;
        numbers[at + 1] = second;
        numbers[at + 2] = third;
        numbers[at + 3] = fourth;
    }

    /** A copy of the 32 bytes, in the clear. */
    public byte[] bytes() {
        return ThirtyTwoBytes.of(first, second, third, fourth);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiSecret that
                && ((first ^ that.first) | (second ^ that.second) | (third ^ that.third) | (fourth ^ that.fourth)) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first ^ second ^ third ^ fourth);
    }

    @Override
    public String toString() {
        return "ApiSecret[redacted]";
    }
}
