package dev.keystile.caa.client;

import dev.keystile.caa.CaaAlgorithm;
import dev.keystile.caa.CaaSigner;
import dev.keystile.core.ApiKeyPair;
import java.time.Duration;

/** A pair in use: it signs, and knows when to be refreshed and when it was last known to be alive. */
final class LivePair {

    /**
     * A server may take a spent pair at a refresh for a stolen one, later than a minute after its exchange. Half of it leaves room
     * for the way there.
     */
    private static final long HARMLESS_MILLIS = Duration.ofSeconds(30).toMillis();

    private static final long PAUSE_MILLIS = Duration.ofSeconds(30).toMillis();

    private final ApiKeyPair pair;
    private final CaaSigner signer;
    private volatile long refreshAt;
    private volatile long aliveAt = Long.MIN_VALUE / 2;
    private volatile boolean refreshBegan;
    private volatile boolean ended;

    private LivePair(ApiKeyPair pair, CaaSigner signer, long refreshAt) {
        this.pair = pair;
        this.signer = signer;
        this.refreshAt = refreshAt;
    }

    /** A pair that may be of any age, to be refreshed {@code margin} before its end. */
    static LivePair of(ApiKeyPair pair, CaaAlgorithm algorithm, SigningClock clock, Duration margin) {
        CaaSigner signer =
                CaaSigner.of(pair.apiKey(), pair.secret()).using(algorithm).at(clock);
        return new LivePair(pair, signer, pair.expiresAt().toEpochMilli() - margin.toMillis());
    }

    /** A pair that was made just now: one with a short life isn't refreshed before most of it is over. */
    static LivePair fresh(ApiKeyPair pair, CaaAlgorithm algorithm, SigningClock clock, Duration margin) {
        LivePair fresh = of(pair, algorithm, clock, margin);
        long life = pair.expiresAt().toEpochMilli() - clock.now();
        long least = life > 0 ? life - life / 4 : PAUSE_MILLIS;
        fresh.refreshAt = Math.max(fresh.refreshAt, clock.now() + least);
        fresh.wasAliveAt(clock.deviceMillis());
        return fresh;
    }

    ApiKeyPair pair() {
        return pair;
    }

    CaaSigner signer() {
        return signer;
    }

    boolean isDue(long now) {
        return !ended && now >= refreshAt;
    }

    /** A refresh came to nothing: the next one is not for every request to try. */
    void pauseRefreshes(long now) {
        refreshAt = now + PAUSE_MILLIS;
    }

    /** A refresh is about to be sent; should its answer get lost, this is when the pair was spent. Later attempts don't count. */
    void refreshBegins(long deviceMillis) {
        if (!refreshBegan) {
            refreshBegan = true;
            wasAliveAt(deviceMillis);
        }
    }

    /** At this time, by the device, the pair was not spent. */
    void wasAliveAt(long deviceMillis) {
        aliveAt = Math.max(aliveAt, deviceMillis);
    }

    /** Whether a refresh with this pair can't be taken for a theft, spent as it may be. */
    boolean isHarmlessToPresent(long deviceMillis) {
        return !ended && Math.abs(deviceMillis - aliveAt) <= HARMLESS_MILLIS;
    }

    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    @Override
    public String toString() {
        return "LivePair[" + pair.apiKey() + "]";
    }
}
