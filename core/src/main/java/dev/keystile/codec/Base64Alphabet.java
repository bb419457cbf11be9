package dev.keystile.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes base64 of one alphabet (RFC 4648, sections 4 and 5), without padding and in its one canonical spelling: no other
 * characters, no spare bits. Checked and decoded in one go, because the JDK's decoders take more than that.
 */
public enum Base64Alphabet {
    /** With {@code +} and {@code /}. */
    STANDARD("+/"),
    /** With {@code -} and {@code _}. */
    URL("-_");

    /** The answer to what is not canonical. */
    public static final int NOT_CANONICAL = -1;

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** The place of the first character that is neither. */
    private static final int OTHER = LETTERS_AND_DIGITS.length();

    /** What a character outside of the alphabet stands for: the highest bit stays set, however far it is shifted. */
    private static final int OUTSIDE = -1;

    @SuppressWarnings("ImmutableEnumChecker") // never changed once it is filled
    private final int[] values = new int[256];

    @SuppressWarnings("ImmutableEnumChecker") // never changed at all
    private final byte[] characters;

    Base64Alphabet(String lastTwo) {
        Arrays.fill(values, OUTSIDE);
        String alphabet = LETTERS_AND_DIGITS + lastTwo;
        characters = alphabet.getBytes(StandardCharsets.US_ASCII);
        for (int value = 0; value < alphabet.length(); value++) {
            values[alphabet.charAt(value)] = value;
        }
    }

    /** Whether the bytes of {@code text} from {@code start} up to {@code end} spell at least one byte canonically. */
    public boolean isCanonical(byte[] text, int start, int end) {
        byte other = characters[OTHER];
        byte another = characters[OTHER + 1];
        int at = start;
        while (end - at >= EightCharacters.COUNT) {
            long eight = EightCharacters.at(text, at);
            if (!EightCharacters.areAll(EightCharacters.lettersDigitsAnd(other, another, eight), eight)) {
                return false;
            }
            at += EightCharacters.COUNT;
        }
        int rest = 0;
        while (at < end) {
            rest |= values[text[at++] & 0xFF];
        }
        return rest >= 0 && endsCanonically(text, start, end);
    }

    /**
     * Whether all but the characters in front of the last one is as {@link #isCanonical} wants it: at least one byte is spelled, by
     * a number of characters that can spell bytes, the last one is of this alphabet, and it has no spare bits.
     */
    public boolean endsCanonically(byte[] text, int start, int end) {
        return end - start >= 2 && values[text[end - 1] & 0xFF] >= 0 && hasNoSpareBits(text, start, end);
    }

    /** How many bytes {@code characters} spell. */
    public static int decodedLength(int characters) {
        return characters * 3 / 4;
    }

    /**
     * Puts the bytes that {@code text} spells from {@code start} up to {@code end} into {@code target}, from {@code at} on. They
     * are shorter than their spelling and may take its place.
     *
     * @return where they end, or {@link #NOT_CANONICAL} if they don't spell at least one byte canonically; then nothing sensible
     *     is there
     */
    public int decode(byte[] text, int start, int end, byte[] target, int at) {
        if (end - start < 2 || !hasNoSpareBits(text, start, end)) {
            return NOT_CANONICAL;
        }
        int[] meanings = values;
        int all = 0;
        int out = at;
        int whole = end - (end - start) % 4;
        for (int in = start; in < whole; in += 4) {
            int bits = meanings[text[in] & 0xFF] << 18
                    | meanings[text[in + 1] & 0xFF] << 12
                    | meanings[text[in + 2] & 0xFF] << 6
                    | meanings[text[in + 3] & 0xFF];
            all |= bits;
            target[out++] = (byte) (bits >> 16);
            target[out++] = (byte) (bits >> 8);
            target[out++] = (byte) bits;
        }
        int rest = 0;
        for (int in = whole; in < end; in++) {
            rest |= meanings[text[in] & 0xFF] << (18 - 6 * (in - whole));
        }
        for (int in = whole + 1; in < end; in++) {
            target[out++] = (byte) (rest >> (16 - 8 * (in - whole - 1)));
        }
        return (all | rest) < 0 ? NOT_CANONICAL : out;
    }

    /** The six bytes that eight characters spell from {@code start} on, as a number; negative if one isn't of this alphabet. */
    public long sixBytes(byte[] text, int start) {
        int[] meanings = values;
        return (long) meanings[text[start] & 0xFF] << 42
                | (long) meanings[text[start + 1] & 0xFF] << 36
                | (long) meanings[text[start + 2] & 0xFF] << 30
                | (long) meanings[text[start + 3] & 0xFF] << 24
                | (long) meanings[text[start + 4] & 0xFF] << 18
                | (long) meanings[text[start + 5] & 0xFF] << 12
                | (long) meanings[text[start + 6] & 0xFF] << 6
                | meanings[text[start + 7] & 0xFF];
    }

    /** The two bytes that three characters spell, likewise; negative, too, if the last one has spare bits. */
    public long twoBytes(byte[] text, int start) {
        int[] meanings = values;
        int bits = meanings[text[start] & 0xFF] << 12
                | meanings[text[start + 1] & 0xFF] << 6
                | meanings[text[start + 2] & 0xFF];
        return (bits & 3) == 0 ? bits >> 2 : NOT_CANONICAL;
    }

    /** How many characters {@code bytes} take. */
    public static int encodedLength(int bytes) {
        return (bytes * 4 + 2) / 3;
    }

    /** Writes the text of {@code bytes}, without padding, into {@code target}, from {@code at} on; where it ends. */
    public int encode(byte[] bytes, byte[] target, int at) {
        byte[] letters = characters;
        int out = at;
        int whole = bytes.length - bytes.length % 3;
        for (int in = 0; in < whole; in += 3) {
            int bits = (bytes[in] & 0xFF) << 16 | (bytes[in + 1] & 0xFF) << 8 | (bytes[in + 2] & 0xFF);
            target[out++] = letters[bits >> 18];
            target[out++] = letters[(bits >> 12) & 0x3F];
            target[out++] = letters[(bits >> 6) & 0x3F];
            target[out++] = letters[bits & 0x3F];
        }
        if (whole < bytes.length) {
            boolean two = bytes.length - whole == 2;
            int bits = (bytes[whole] & 0xFF) << 16 | (two ? (bytes[whole + 1] & 0xFF) << 8 : 0);
            target[out++] = letters[bits >> 18];
            target[out++] = letters[(bits >> 12) & 0x3F];
            if (two) {
                target[out++] = letters[(bits >> 6) & 0x3F];
            }
        }
        return out;
    }

    /** Whether the length is one that bytes can have, and the bits of the last character that spell nothing are zero. */
    private boolean hasNoSpareBits(byte[] text, int start, int end) {
        int last = values[text[end - 1] & 0xFF];
        return switch ((end - start) % 4) {
            case 1 -> false;
            case 2 -> (last & 0b1111) == 0;
            case 3 -> (last & 0b11) == 0;
            default -> true;
        };
    }
}
