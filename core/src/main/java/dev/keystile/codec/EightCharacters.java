package dev.keystile.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight ASCII characters in a {@code long}, asked all at once whether they are within a range: one byte each, whose highest bit says
 * so. The highest bit of an ASCII character is free, and a sum with it can't reach the next byte.
 */
final class EightCharacters {

    static final int COUNT = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final long CASE_BITS = ('a' - 'A') * ONES;

    private EightCharacters() {}

    /** Those from {@code start} on. */
    static long at(byte[] text, int start) {
        return (long) LONGS.get(text, start);
    }

    /** Highest bits where a character is a letter, a digit, {@code other} or {@code another}; and perhaps where it is not ASCII. */
    static long lettersDigitsAnd(byte other, byte another, long characters) {
        long ascii = characters & ~HIGHEST_BITS;
        return within('a', 'z', ascii | CASE_BITS)
                | within('0', '9', ascii)
                | within(other, other, ascii)
                | within(another, another, ascii);
    }

    /** Highest bits where a character is printable and none of {@code others}; and perhaps where it is not ASCII. */
    static long printableBut(String others, long characters) {
        long ascii = characters & ~HIGHEST_BITS;
        long printable = within(' ', '~', ascii);
        for (int i = 0; i < others.length(); i++) {
            printable &= ~within(others.charAt(i), others.charAt(i), ascii);
        }
        return printable;
    }

    /** Whether every character is ASCII and has its highest bit in {@code marks}. */
    static boolean areAll(long marks, long characters) {
        return (marks & ~characters & HIGHEST_BITS) == HIGHEST_BITS;
    }

    private static long within(int first, int last, long ascii) {
        long reached = ascii + (0x80 - first) * ONES;
        long passed = ascii + (0x7F - last) * ONES;
        return reached & ~passed;
    }
}
