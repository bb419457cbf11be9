package dev.keystile.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * 32 bytes as four numbers, the first byte the highest of the first. Keys and secrets keep their bytes in fields instead of in an
 * array, because a server that holds millions of them waits for memory longer than it computes.
 */
final class ThirtyTwoBytes {

    private static final VarHandle NUMBER = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(StandardCharsets.US_ASCII);
    private static final int SIX_BITS = 0x3F;
    private static final long TWO_BYTES = 0xFFFFL;
    private static final long FOUR_BYTES = 0xFFFF_FFFFL;
    private static final int WHOLE = 8;

    private ThirtyTwoBytes() {}

    /** The {@code index}-th of the four numbers that {@code bytes} are. */
    static long number(byte[] bytes, int index) {
        return (long) NUMBER.get(bytes, index * Long.BYTES);
    }

    static byte[] of(long first, long second, long third, long fourth) {
        byte[] bytes = new byte[4 * Long.BYTES];
        NUMBER.set(bytes, 0, first);
        NUMBER.set(bytes, Long.BYTES, second);
        NUMBER.set(bytes, 2 * Long.BYTES, third);
        NUMBER.set(bytes, 3 * Long.BYTES, fourth);
        return bytes;
    }

    /** Writes their base64, 44 characters with the padding, six bytes at a time; where it ends. */
    static int writeBase64(long first, long second, long third, long fourth, byte[] target, int at) {
        writeSix(first >>> 16, target, at);
        writeSix((first & TWO_BYTES) << 32 | second >>> 32, target, at + WHOLE);
        writeSix((second & FOUR_BYTES) << 16 | third >>> 48, target, at + 2 * WHOLE);
        writeSix(third, target, at + 3 * WHOLE);
        writeSix(fourth >>> 16, target, at + 4 * WHOLE);
        int end = at + 5 * WHOLE;
        int rest = (int) (fourth & TWO_BYTES) << 2;
        target[end] = ALPHABET[rest >> 12];
        target[end + 1] = ALPHABET[rest >> 6 & SIX_BITS];
        target[end + 2] = ALPHABET[rest & SIX_BITS];
        target[end + 3] = '=';
        return end + 4;
    }

    /** Writes the lowest six bytes of {@code bytes} as eight characters. */
    private static void writeSix(long bytes, byte[] target, int at) {
        int high = (int) (bytes >>> 24);
        int low = (int) bytes;
        NUMBER.set(target, at, (long) fourCharacters(high) << 32 | (fourCharacters(low) & FOUR_BYTES));
    }

    /** The characters of the lowest three bytes of {@code bytes}. */
    private static int fourCharacters(int bytes) {
        return ALPHABET[bytes >> 18 & SIX_BITS] << 24
                | ALPHABET[bytes >> 12 & SIX_BITS] << 16
                | ALPHABET[bytes >> 6 & SIX_BITS] << 8
                | ALPHABET[bytes & SIX_BITS];
    }
}
