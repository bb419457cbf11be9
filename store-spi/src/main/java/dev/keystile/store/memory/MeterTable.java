package dev.keystile.store.memory;

import dev.keystile.store.throttle.AttemptKey;
import dev.keystile.store.throttle.AttemptMeter;
import dev.keystile.store.throttle.Backoff;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one kind. Those with delays and those without have half of the room each, so that a crowd of first failures
 * can't push out who has earned a wait. Guarded by its throttle's lock.
 */
final class MeterTable {

    /** How many clear meters leave with a change: more than a change adds. */
    private static final int BITE = 4;

    private final Backoff backoff;
    private final BoundedMap<AttemptKey, AttemptMeter> free;
    private final BoundedMap<AttemptKey, AttemptMeter> delaying;

    MeterTable(Backoff backoff, int capacity) {
        this.backoff = backoff;
        this.free = new BoundedMap<>(capacity / 2);
        this.delaying = new BoundedMap<>(capacity / 2);
    }

    long waitMillis(AttemptKey key, long nowMillis) {
        return find(key).waitMillis(backoff, nowMillis);
    }

    void count(AttemptKey key, long nowMillis) {
        keep(key, find(key).counted(backoff, nowMillis), nowMillis);
        forgetSomeClear(free, nowMillis);
        forgetSomeClear(delaying, nowMillis);
    }

    /** Takes a failure back; nothing to do if it has been forgotten. */
    void takeBack(AttemptKey key, long nowMillis) {
        keep(key, find(key).takenBack(backoff), nowMillis);
    }

    void clear(AttemptKey key) {
        free.remove(key);
        delaying.remove(key);
    }

    int held() {
        return free.size() + delaying.size();
    }

    private AttemptMeter find(AttemptKey key) {
        @Nullable AttemptMeter meter = delaying.get(key);
        if (meter == null) {
            meter = free.get(key);
        }
        return meter == null ? AttemptMeter.CLEAR : meter;
    }

    private void keep(AttemptKey key, AttemptMeter meter, long nowMillis) {
        clear(key);
        if (meter.isDelaying(backoff, nowMillis)) {
            delaying.put(key, meter);
        } else if (!meter.isClear(nowMillis)) {
            free.put(key, meter);
        }
    }

    private static void forgetSomeClear(BoundedMap<AttemptKey, AttemptMeter> meters, long nowMillis) {
        for (int forgotten = 0; forgotten < BITE; forgotten++) {
            if (!meters.forgetOldest(meter -> meter.isClear(nowMillis))) {
                return;
            }
        }
    }
}
