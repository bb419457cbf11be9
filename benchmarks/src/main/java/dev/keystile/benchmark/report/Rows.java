package dev.keystile.benchmark.report;

import java.util.List;
import java.util.Locale;

/** The rows of the table, in groups that can be measured by themselves. */
enum Rows {
    /** Tokens beside the peers and the limit. */
    TOKENS,
    /** Caa signatures beside bare JCA and the naive way. */
    CAA,
    /** Whole requests beside the calls that they make. */
    REQUESTS,
    /** Refusals beside acceptances. */
    REFUSALS,
    /** Two threads beside one. */
    THREADS,
    /** The in-memory store: bytes, growth, expiry. */
    MEMORY,
    /** Start-up and logins. */
    LIFE,
    /** The JDBC and the Redis store beside the bare round trip. */
    STORES;

    /** Names every group. */
    static final String ALL = "all";

    /** The groups that {@code name} names: {@code all} of them, or one. */
    static List<Rows> named(String name) {
        return name.equals(ALL) ? List.of(values()) : List.of(valueOf(name.toUpperCase(Locale.ROOT)));
    }

    List<Measurement> measurements() {
        return switch (this) {
            case TOKENS -> List.of(new TokenRatios());
            case CAA -> List.of(new CaaRatios());
            case REQUESTS -> List.of(new RequestRatios());
            case REFUSALS -> List.of(new RefusalRatios());
            case THREADS -> List.of(new ThreadRatios());
            case MEMORY -> List.of(new StoreMemory(), new StoreGrowth(), new ExpiryPause());
            case LIFE -> List.of(new StartUp(), new LoginShare());
            case STORES -> List.of(new StoreRoundTrips());
        };
    }
}
