package dev.keystile.benchmark.caa;

import java.util.Base64;
import java.util.Random;

/** The same pairs for every way, and the order in which they are asked for, which no cache foresees. */
final class Pairs {

    static final String ACTION = "user:personal-profile";
    static final int COUNT = 1_000_000;

    private Pairs() {}

    static byte[] keyOf(int index) {
        return bytes(index);
    }

    static byte[] secretOf(int index) {
        return bytes(~index);
    }

    static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
