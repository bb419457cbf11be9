package dev.keystile.testkit.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until a test moves it, or runs from where it was set. Safe for use by many threads. */
public final class TestClock extends Clock {

    private volatile Clock source;

    private TestClock(Clock source) {
        this.source = source;
    }

    /** A clock that stands at {@code instant}, to the millisecond. */
    public static TestClock standingAt(Instant instant) {
        return new TestClock(standing(instant.toEpochMilli()));
    }

    /** A clock that stands at the moment of this call. */
    public static TestClock standingNow() {
        return standingAt(Clock.systemUTC().instant());
    }

    /** A clock that shows the system's time and goes on. */
    public static TestClock running() {
        return new TestClock(Clock.systemUTC());
    }

    /** Moves the clock, back too; whether it stands or runs, it goes on doing so. */
    public synchronized TestClock advance(Duration step) {
        source = Clock.offset(source, step);
        return this;
    }

    /** Sets the clock and lets it stand. */
    public synchronized TestClock standAt(Instant instant) {
        source = standing(instant.toEpochMilli());
        return this;
    }

    @Override
    public Instant instant() {
        return source.instant();
    }

    @Override
    public long millis() {
        return source.millis();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return source.withZone(zone);
    }

    private static Clock standing(long millis) {
        return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return "TestClock[" + instant() + "]";
    }
}
