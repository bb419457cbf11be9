package dev.keystile.core;

import dev.keystile.codec.Shelf;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A source that is asked for many bytes at once, because asking costs more than the bytes. Every byte is handed out
 * once and wiped where it was kept. What is left of a batch is thrown away once a tenth of a second has passed by either clock, or
 * one of them has gone back: an image of the process that is restored twice, later or elsewhere, draws anew, as it would without us.
 * Where both clocks were frozen with it, these batches are the twin's as well.
 */
final class BatchedSecureRandom implements RandomBytes {

    private static final int BATCH_LENGTH = 512;
    private static final long LONGEST_KEPT_MILLIS = 100;

    private final RandomBytes source;
    private final LongSupplier nanos;
    private final LongSupplier millis;
    private final Shelf<Batch> batches = new Shelf<>(Batch::new);

    BatchedSecureRandom() {
        this(new PlatformRandom(), System::nanoTime, Clock.systemUTC()::millis);
    }

    /**
     * @param nanos the clock that nobody sets
     * @param millis the clock that goes on while the process doesn't
     */
    BatchedSecureRandom(SecureRandom source, LongSupplier nanos, LongSupplier millis) {
        this(new PlatformRandom(source), nanos, millis);
    }

    private BatchedSecureRandom(RandomBytes source, LongSupplier nanos, LongSupplier millis) {
        this.source = source;
        this.nanos = nanos;
        this.millis = millis;
    }

    @Override
    public byte[] next(int length) {
        if (length > BATCH_LENGTH) {
            return source.next(length);
        }
        Batch batch = takeFresh();
        byte[] bytes = batch.next(length);
        batches.giveBack(batch);
        return bytes;
    }

    @Override
    public String alphanumeric(int length) {
        if (length > BATCH_LENGTH) {
            return Alphanumeric.draw(length, source);
        }
        Batch batch = takeFresh();
        String text = Alphanumeric.draw(length, batch);
        batches.giveBack(batch);
        return text;
    }

    private Batch takeFresh() {
        Batch batch = batches.take();
        batch.throwAwayIfStale();
        return batch;
    }

    /** For whoever has taken it off the shelf, and asks for no more than it can hold at once. */
    private final class Batch implements RandomBytes {

        private byte[] bytes = {};
        private int used;
        private long drawnAtNanos;
        private long drawnAtMillis;

        @Override
        public byte[] next(int length) {
            if (bytes.length - used < length) {
                draw();
            }
            int start = used;
            used += length;
            byte[] next = Arrays.copyOfRange(bytes, start, used);
            Arrays.fill(bytes, start, used, (byte) 0);
            return next;
        }

        private void throwAwayIfStale() {
            if (bytes.length > 0 && isStale()) {
                draw();
            }
        }

        private void draw() {
            bytes = source.next(BATCH_LENGTH);
            used = 0;
            drawnAtNanos = nanos.getAsLong();
            drawnAtMillis = millis.getAsLong();
        }

        private boolean isStale() {
            long age = nanos.getAsLong() - drawnAtNanos;
            long wallAge = millis.getAsLong() - drawnAtMillis;
            return age < 0
                    || age >= TimeUnit.MILLISECONDS.toNanos(LONGEST_KEPT_MILLIS)
                    || wallAge < 0
                    || wallAge >= LONGEST_KEPT_MILLIS;
        }
    }
}
