package dev.keystile.store.jdbc;

import java.time.Duration;

/**
 * How the stores use the database.
 *
 * @param timeout how long the database may take for one statement before it is told to stop; a second later the connection is
 *     given up. Whole seconds, 1 to 300. What it takes to get a connection is the pool's to bound.
 */
public record JdbcSettings(Duration timeout) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration UNTIL_GIVEN_UP = Duration.ofSeconds(1);

    /** @throws IllegalArgumentException if {@code timeout} isn't a number of whole seconds, or isn't within 1 to 300 */
    public JdbcSettings {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0 || hasFraction(timeout)) {
            throw new IllegalArgumentException("A statement may take 1 to 300 whole seconds, not " + timeout
                    + "; JDBC knows no fractions of them.");
        }
    }

    /** Five seconds a statement. */
    public static JdbcSettings defaults() {
        return new JdbcSettings(Duration.ofSeconds(5));
    }

    /** These settings, with another {@code timeout}. */
    public JdbcSettings withTimeout(Duration timeout) {
        return new JdbcSettings(timeout);
    }

    int timeoutSeconds() {
        return (int) timeout.toSeconds();
    }

    /** How long to wait for a byte from the network: longer than the engine has for a statement, so that it can answer. */
    int networkTimeoutMillis() {
        return (int) timeout.plus(UNTIL_GIVEN_UP).toMillis();
    }

    private static boolean hasFraction(Duration timeout) {
        return !timeout.equals(Duration.ofSeconds(timeout.toSeconds()));
    }
}
