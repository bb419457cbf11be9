package dev.keystile.store.throttle;

import dev.keystile.core.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks a throttle before a credential of a user is exchanged, so that nobody fills a store by refreshing in a loop. Safe for use
 * by many threads.
 *
 * <p>What counts is an exchange that happened. It is counted beforehand, so that many at once buy nothing, and taken back if it turns
 * out to be none. Don't ask for a credential that is known to be spent: whoever holds an old one of a user, and sends it on many
 * connections at once, would use up for that moment what the user is allowed.
 */
public final class ExchangeGuard {

    /** Why an exchange was refused, for events. */
    public enum Refusal {
        /** The user has exchanged more than is allowed. */
        TOO_MANY_EXCHANGES
    }

    private final LoginThrottle throttle;
    private final Clock clock;

    /** A guard that asks {@code throttle}, by the time of {@code clock}. */
    public ExchangeGuard(LoginThrottle throttle, Clock clock) {
        this.throttle = throttle;
        this.clock = clock;
    }

    /** Whether there is no limit, so that nobody need be asked whether a credential is spent. */
    public boolean isOff() {
        return throttle == LoginThrottle.off();
    }

    /**
     * What {@code exchange} says, unless {@code user} has exchanged too often: then it isn't asked, and the credential is as it
     * was. An exchange of which nobody can say whether it happened stays counted.
     *
     * @param happened whether what it says is that one credential was spent and another made
     * @param heldBack what to say instead, with the wait in whole seconds
     */
    public <R> R check(UserId user, Supplier<R> exchange, Predicate<R> happened, Function<Duration, R> heldBack) {
        LoginAttempt attempt = LoginAttempt.ofExchange(user, clock.millis());
        if (throttle.begin(attempt) instanceof AttemptDecision.TooMany tooMany) {
            return heldBack.apply(tooMany.wholeSeconds());
        }
        R result = exchange.get();
        if (!happened.test(result)) {
            throttle.withdrawn(attempt);
        }
        return result;
    }
}
