package dev.keystile.soak.client;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When calls may fail: while the engine is down, and shortly after. Also after a time in which nothing on this machine went on,
 * because then every timeout is over at once. Safe for use by many threads.
 */
public final class Weather {

    private static final Duration AFTERMATH = Duration.ofSeconds(15);
    private static final Duration STANDSTILL = Duration.ofSeconds(3);

    private final Clock clock;
    private final List<Storm> storms = new ArrayList<>();
    private long lookedMillis;
    private int standstills;

    private record Storm(long fromMillis, long untilMillis) {
        private boolean touches(long from, long until) {
            return fromMillis <= until && untilMillis >= from;
        }
    }

    /** Fine, by {@code clock}. */
    public Weather(Clock clock) {
        this.clock = clock;
        this.lookedMillis = clock.millis();
    }

    /** From now on calls may fail, until {@link #clearsUp}. */
    public synchronized void turnsBad() {
        storms.add(new Storm(clock.millis(), Long.MAX_VALUE));
    }

    /** What failed because the engine was down may still be on its way; after that no call may fail. */
    public synchronized void clearsUp() {
        Storm last = storms.remove(storms.size() - 1);
        storms.add(new Storm(last.fromMillis(), clock.millis() + AFTERMATH.toMillis()));
    }

    /** To be called several times a second, by whoever is awake: it notices when nobody was. */
    public synchronized void look() {
        long now = clock.millis();
        if (now - lookedMillis > STANDSTILL.toMillis()) {
            standstills++;
            storms.add(0, new Storm(lookedMillis, now + AFTERMATH.toMillis()));
        }
        lookedMillis = now;
    }

    /** How often nothing went on for a while. */
    public synchronized int standstills() {
        return standstills;
    }

    synchronized boolean wasFine(long fromMillis, long untilMillis) {
        look();
        return storms.stream().noneMatch(storm -> storm.touches(fromMillis, untilMillis));
    }
}
