package dev.keystile.core;

import dev.keystile.codec.Base64Alphabet;
import dev.keystile.codec.CanonicalBase64;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a pair: 32 bytes, written as 44 characters of canonical base64. The first two bytes are the
 * {@linkplain UserTag tag} of its user, the other 30 are random.
 *
 * <p>An api key travels in every request and names a credential; it does not prove possession of one. It is kept out of logs
 * all the same: {@link #toString()} shows only its first characters.
 */
public final class ApiKey {

    /** The number of bytes of an api key. */
    public static final int LENGTH = 32;

    /** The number of characters that spell one. */
    public static final int TEXT_LENGTH = 44;

    private static final int TAG_LENGTH = 2;

    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    private ApiKey(byte[] bytes) {
        first = ThirtyTwoBytes.number(bytes, 0);
        second = ThirtyTwoBytes.number(bytes, 1);
        third = ThirtyTwoBytes.number(bytes, 2);
        fourth = ThirtyTwoBytes.number(bytes, 3);
    }

    private ApiKey(long first, long second, long third, long fourth) {
        this.first = first;
        this.second = second;
        this.third = third;
        this.fourth = fourth;
    }

    /** A new key for {@code user}, with 240 bits from {@code random}. */
    public static ApiKey generate(UserId user, RandomBytes random) {
        UserTag tag = user.tag();
        byte[] bytes = new byte[LENGTH];
        System.arraycopy(random.next(LENGTH - TAG_LENGTH), 0, bytes, TAG_LENGTH, LENGTH - TAG_LENGTH);
        bytes[0] = tag.high();
        bytes[1] = tag.low();
        return new ApiKey(bytes);
    }

    /** The key that {@code text} spells, or nothing if it is not the canonical base64 of 32 bytes. Never throws. */
    public static Optional<ApiKey> parse(String text) {
        return CanonicalBase64.decode(text, LENGTH).map(ApiKey::new);
    }

    /** As {@link #parse(String)}, of the bytes of {@code ascii} from {@code start} up to {@code end}; null if they spell no key. */
    public static @Nullable ApiKey parse(byte[] ascii, int start, int end) {
        if (end - start != TEXT_LENGTH || ascii[end - 1] != '=') {
            return null;
        }
        long one = Base64Alphabet.STANDARD.sixBytes(ascii, start);
        long two = Base64Alphabet.STANDARD.sixBytes(ascii, start + 8);
        long three = Base64Alphabet.STANDARD.sixBytes(ascii, start + 16);
        long four = Base64Alphabet.STANDARD.sixBytes(ascii, start + 24);
        long five = Base64Alphabet.STANDARD.sixBytes(ascii, start + 32);
        long rest = Base64Alphabet.STANDARD.twoBytes(ascii, start + 40);
        return (one | two | three | four | five | rest) < 0
                ? null
                : new ApiKey(
                        (one << 16) | (two >>> 32),
                        (two << 32) | (three >>> 16),
                        (three << 48) | four,
                        (five << 16) | rest);
    }

    /**
     * The key of these {@code bytes}.
     *
     * @throws IllegalArgumentException if they are not 32
     */
    public static ApiKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("An api key is " + LENGTH + " bytes, not " + bytes.length + ".");
        }
        return new ApiKey(bytes);
    }

    /** The 44 characters that go over the wire. */
    public String text() {
        byte[] text = new byte[TEXT_LENGTH];
        writeText(text, 0);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes the 44 characters into {@code target}, from {@code at} on; where they end. */
    public int writeText(byte[] target, int at) {
        return ThirtyTwoBytes.writeBase64(first, second, third, fourth, target, at);
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return ThirtyTwoBytes.of(first, second, third, fourth);
    }

    /** Writes the 32 bytes into {@code numbers}, as four of them from {@code at} on. */
    void writeTo(long[] numbers, int at) {
        numbers[at] = first;
        numbers[at + 1] = second;
        numbers[at + 2] = third;
        numbers[at + 3] = fourth;
    }

    /** Whether {@link #writeTo} wrote this key there. */
    boolean isAt(long[] numbers, int at) {
        return numbers[at] == first
                && numbers[at + 1] == second
                && numbers[at + 2] == third
                && numbers[at + 3] == fourth;
    }

    /** The slot of the user whom this key was made for. */
    public UserTag tag() {
        return new UserTag((int) (first >>> 48));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey that
                && first == that.first
                && second == that.second
                && third == that.third
                && fourth == that.fourth;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first ^ second ^ third ^ fourth);
    }

    @Override
    public String toString() {
        return "ApiKey[" + text().substring(0, 6) + "…]";
    }
}
