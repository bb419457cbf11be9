package dev.keystile.benchmark.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Ten thousand times as fast as the system's clock, so that what is spent expires as fast as it piles up. */
final class RushingClock extends Clock {

    private static final long RUSH = 10_000;

    private final long begun = System.currentTimeMillis();

    @Override
    public long millis() {
        return begun + (System.currentTimeMillis() - begun) * RUSH;
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
