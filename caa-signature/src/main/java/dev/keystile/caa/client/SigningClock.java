package dev.keystile.caa.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The device's clock, corrected to the server's. Safe for use by many threads.
 *
 * <p>The correction is counted from the device's clock, never from the last correction, and has a bound: who could drive it as far
 * as they like would collect signatures that are good at a time of their choice.
 *
 * <p>{@link #millis()} never tells one millisecond twice. Two requests that are signed for one action in the same millisecond have
 * the same signature, and a server with a replay guard refuses the second.
 */
final class SigningClock extends Clock {

    private static final long DATE_PRECISION_MILLIS = 999;

    /** What a server has just accepted was signed within its window, so its clock is no further away. */
    private static final long ACCEPTED_WINDOW_MILLIS = Duration.ofMinutes(5).toMillis();

    /** Further ahead than this a told time is of no use any more: the clock was set back. */
    private static final long MOST_AHEAD_MILLIS = Duration.ofSeconds(5).toMillis();

    private final Clock device;
    private final long furthestMillis;
    private final AtomicLong offset = new AtomicLong();
    private final AtomicLong lastTold = new AtomicLong();

    SigningClock(Clock device, Duration furthest) {
        this.device = device;
        this.furthestMillis = furthest.toMillis();
    }

    /** The corrected time, later than what this method told before, unless the clock was set back by seconds. */
    @Override
    public long millis() {
        long now = now();
        return lastTold.updateAndGet(last -> last < now || last > now + MOST_AHEAD_MILLIS ? now : last + 1);
    }

    /** The corrected time. */
    long now() {
        return device.millis() + offset.get();
    }

    /** What the device says, for measuring how long ago something was. */
    long deviceMillis() {
        return device.millis();
    }

    /** Corrects the clock to what a refusal says; whether that is within the bound. */
    boolean correctTo(long serverMillis) {
        return moveTo(serverMillis - device.millis());
    }

    /**
     * Corrects the clock as far as the {@code Date} of an answer to an accepted request asks for: the server said it at some time
     * between {@code sentAt}, by the device, and now.
     */
    void refineBy(long dateMillis, long sentAt) {
        long least = dateMillis - device.millis();
        long most = dateMillis + DATE_PRECISION_MILLIS - sentAt;
        long current = offset.get();
        long refined = Math.max(least, Math.min(current, most));
        if (refined != current && Math.abs(refined - current) <= ACCEPTED_WINDOW_MILLIS) {
            moveTo(refined);
        }
    }

    private boolean moveTo(long correction) {
        boolean plausible = Math.abs(correction) <= furthestMillis;
        if (plausible) {
            offset.set(correction);
        }
        return plausible;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return device.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A signing clock tells milliseconds; nobody asks it for a zone.");
    }
}
