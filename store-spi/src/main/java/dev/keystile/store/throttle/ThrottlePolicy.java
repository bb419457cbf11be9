package dev.keystile.store.throttle;

import java.time.Duration;

/**
 * What a throttle counts failures by, and what they cost. {@link #standard()} is:
 *
 * <table>
 * <caption>The standard policy</caption>
 * <tr><th>failures of</th><th>free</th><th>then a wait of</th><th>one is forgiven in</th></tr>
 * <tr><td>one name from one address</td><td>5</td><td>1 s, 2 s, 4 s, … 15 min</td><td>30 min</td></tr>
 * <tr><td>one address, whatever the name</td><td>50</td><td>1 s, 2 s, 4 s, … 15 min</td><td>1 min</td></tr>
 * <tr><td>one name, whatever the address</td><td>100</td><td>1 s, 2 s, 4 s, … 1 min</td><td>5 min</td></tr>
 * </table>
 *
 * @param pair for one name from one address
 * @param address for one address; mind that a company or a mobile network may be one
 * @param account for one name from everywhere. Anybody can make this one wait, so its cap is low, and it is not asked for an
 *     address from which the user has logged in of late
 * @param welcome how long such an address is remembered after a login; zero to a year
 */
public record ThrottlePolicy(Backoff pair, Backoff address, Backoff account, Duration welcome) {

    private static final Duration LONGEST_WELCOME = Duration.ofDays(366);

    /** @throws IllegalArgumentException if {@code welcome} is out of its bounds */
    public ThrottlePolicy {
        if (welcome.isNegative() || welcome.compareTo(LONGEST_WELCOME) > 0) {
            throw new IllegalArgumentException("An address is welcome for zero to " + LONGEST_WELCOME.toDays()
                    + " days, not " + welcome + "; 30 days suit most applications.");
        }
    }

    /** The policy of the table above; addresses are welcome for 30 days. */
    public static ThrottlePolicy standard() {
        return new ThrottlePolicy(
                new Backoff(5, Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofMinutes(30)),
                new Backoff(50, Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofMinutes(1)),
                new Backoff(100, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(5)),
                Duration.ofDays(30));
    }

    /**
     * A policy for a throttle that counts exchanges: a user may make {@code atOnce} of them, and then one more for each
     * {@code window / atOnce} that passes. So a window sees no more than twice {@code atOnce}, and on average {@code atOnce}.
     *
     * @param atOnce 2 to 10 000; what the busiest honest user needs, with all of their devices
     * @param window a millisecond for each of {@code atOnce}, to a day for each
     * @throws IllegalArgumentException if one of them is out of its bounds
     */
    public static ThrottlePolicy limitingExchanges(int atOnce, Duration window) {
        if (atOnce < 2) {
            throw new IllegalArgumentException("A limit lets a user exchange at least twice at once, not " + atOnce
                    + "; an app that starts on two devices does.");
        }
        Duration each = window.dividedBy(atOnce);
        return standard().withAccount(new Backoff(atOnce - 1, each, each, each));
    }

    /** This policy, with {@code backoff} for one name from one address. */
    public ThrottlePolicy withPair(Backoff backoff) {
        return new ThrottlePolicy(backoff, address, account, welcome);
    }

    /** This policy, with {@code backoff} for one address. */
    public ThrottlePolicy withAddress(Backoff backoff) {
        return new ThrottlePolicy(pair, backoff, account, welcome);
    }

    /** This policy, with {@code backoff} for one name from everywhere. */
    public ThrottlePolicy withAccount(Backoff backoff) {
        return new ThrottlePolicy(pair, address, backoff, welcome);
    }
}
