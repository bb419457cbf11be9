package dev.keystile.jwt;

import dev.keystile.core.RandomBytes;
import java.util.Random;

/** Bytes that are the same in every run. */
final class SeededBytes implements RandomBytes {

    private final Random random;

    SeededBytes(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public byte[] next(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
