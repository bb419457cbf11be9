package dev.keystile.core;

import java.nio.charset.StandardCharsets;

/** Draws letters and digits without bias: bytes beyond the last whole multiple of the alphabet are thrown away. */
final class Alphanumeric {

    private static final byte[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".getBytes(StandardCharsets.US_ASCII);
    private static final int UNBIASED = 256 - 256 % ALPHABET.length;

    private Alphanumeric() {}

    static String draw(int length, RandomBytes random) {
        byte[] text = new byte[length];
        int drawn = 0;
        while (drawn < length) {
            for (byte next : random.next(length - drawn)) {
                int value = next & 0xFF;
                if (value < UNBIASED) {
                    text[drawn++] = ALPHABET[value % ALPHABET.length];
                }
            }
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
