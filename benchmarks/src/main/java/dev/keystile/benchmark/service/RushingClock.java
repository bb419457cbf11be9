package dev.keystile.benchmark.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Ten thousand times as fast as the system's clock, so that what is spent expires as fast as it piles up; and stopped while others have
 * their turn, so that it expires one after the other and not all at once.
 */
final class RushingClock extends Clock {

    private static final long RUSH = 10_000;

    private volatile long startedAt = System.currentTimeMillis();
    private volatile long stoodAt = startedAt;

    /** Lets time go on; once for all threads that measure together. */
    void go() {
        startedAt = System.currentTimeMillis();
    }

    /** Lets time stand still, until it goes on. */
    void stop() {
        stoodAt = millis();
    }

    @Override
    public long millis() {
        return stoodAt + (System.currentTimeMillis() - startedAt) * RUSH;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Times of tokens have no zone.");
    }
}
