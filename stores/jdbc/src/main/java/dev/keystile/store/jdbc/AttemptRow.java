package dev.keystile.store.jdbc;

import dev.keystile.store.throttle.AttemptMeter;
import dev.keystile.store.throttle.Backoff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;

/** One meter, and for a pair until when it is welcome. Clear until it is filled in. */
final class AttemptRow {

    /** The order in which everybody holds them. */
    static final Comparator<AttemptRow> BY_NAME = (one, other) -> Arrays.compareUnsigned(one.name, other.name);

    private final byte[] name;
    private final Backoff backoff;
    private AttemptMeter meter = AttemptMeter.CLEAR;
    private long welcomeUntilMillis;

    AttemptRow(byte[] name, Backoff backoff) {
        this.name = name;
        this.backoff = backoff;
    }

    byte[] name() {
        return name.clone();
    }

    /** Takes over what {@code found} has, if it is this row. */
    boolean fillIn(ResultSet found) throws SQLException {
        if (!Arrays.equals(name, found.getBytes("meter_name"))) {
            return false;
        }
        meter = new AttemptMeter(found.getLong("cleared_at"), found.getLong("blocked_until"));
        welcomeUntilMillis = found.getLong("welcome_until");
        return true;
    }

    long waitMillis(long nowMillis) {
        return meter.waitMillis(backoff, nowMillis);
    }

    void count(long nowMillis) {
        meter = meter.counted(backoff, nowMillis);
    }

    void takeBack() {
        meter = meter.takenBack(backoff);
    }

    boolean isWelcome(long nowMillis) {
        return nowMillis < welcomeUntilMillis;
    }

    void welcomeUntil(long millis) {
        meter = AttemptMeter.CLEAR;
        welcomeUntilMillis = millis;
    }

    Parameters nameAlone() {
        return new Parameters().with("meter_name", name);
    }

    Parameters whole() {
        long counts = Math.max(meter.clearedAtMillis(), meter.blockedUntilMillis());
        return nameAlone()
                .with("cleared_at", meter.clearedAtMillis())
                .with("blocked_until", meter.blockedUntilMillis())
                .with("welcome_until", welcomeUntilMillis)
                .with("keep_until", Math.max(counts, welcomeUntilMillis));
    }
}
