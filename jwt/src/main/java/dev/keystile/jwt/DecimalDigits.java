package dev.keystile.jwt;

/** Writes whole numbers from 0 on as ASCII digits, straight to where they belong. */
final class DecimalDigits {

    private static final long[] POWERS_OF_TEN = new long[19];

    /** The two digits of every number below a hundred. */
    private static final byte[] TENS = new byte[100];

    private static final byte[] ONES = new byte[100];

    static {
        for (int pair = 0; pair < 100; pair++) {
            TENS[pair] = (byte) ('0' + pair / 10);
            ONES[pair] = (byte) ('0' + pair % 10);
        }
        long power = 1;
        for (int digits = 0; digits < POWERS_OF_TEN.length; digits++) {
            POWERS_OF_TEN[digits] = power;
            power *= 10;
        }
    }

    private DecimalDigits() {}

    /** How many digits {@code number} has. */
    static int count(long number) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(number | 1);
        int atLeast = (bits * 1233) >> 12; // bits × log10(2), rounded down
        return number < POWERS_OF_TEN[atLeast] ? Math.max(1, atLeast) : atLeast + 1;
    }

    /** Writes {@code number} so that its last digit stands in front of {@code end}; two digits at a time, from behind. */
    static void write(long number, byte[] target, int end) {
        int at = end;
        long rest = number;
        while (rest >= 100) {
            long hundreds = rest / 100;
            int pair = (int) (rest - hundreds * 100);
            target[--at] = ONES[pair];
            target[--at] = TENS[pair];
            rest = hundreds;
        }
        target[--at] = ONES[(int) rest];
        if (rest >= 10) {
            target[--at] = TENS[(int) rest];
        }
    }
}
