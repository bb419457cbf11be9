package dev.keystile.core;

/** Draws letters and digits without bias: bytes beyond the last whole multiple of the alphabet are thrown away. */
final class Alphanumeric {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int UNBIASED = 256 - 256 % ALPHABET.length();

    private Alphanumeric() {}

    static String draw(int length, RandomBytes random) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            for (byte drawn : random.next(length - text.length())) {
                int value = drawn & 0xFF;
                if (value < UNBIASED) {
                    text.append(ALPHABET.charAt(value % ALPHABET.length()));
                }
            }
        }
        return text.toString();
    }
}
