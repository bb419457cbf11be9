package dev.keystile.soak.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a client holds, how sure it is of it, and what it knows to be dead. For one thread. */
final class Belongings {

    private static final int MOST_DEAD = 20;

    /** The demo's grace window, less what clocks and threads may be late. */
    static final long GRACE_MILLIS = Duration.ofSeconds(10).minusSeconds(2).toMillis();

    private final boolean graceful;
    private final List<Credential> dead = new ArrayList<>();
    private @Nullable Credential held;
    private Doubt doubt = Doubt.NONE;
    private long doubtfulSinceMillis;

    private enum Doubt {
        NONE,
        /** An exchange of it wasn't answered. */
        EXCHANGE,
        /** Something that ends it wasn't answered. */
        END
    }

    Belongings(boolean graceful) {
        this.graceful = graceful;
    }

    boolean isEmpty() {
        return held == null;
    }

    Credential held() {
        return Objects.requireNonNull(held);
    }

    boolean isDoubtful() {
        return doubt != Doubt.NONE;
    }

    boolean isGraceful() {
        return graceful;
    }

    /** Whether to say the same once more resolves the doubt: inside the window the answer is the one that got lost. */
    boolean mayAskAgain() {
        return graceful && doubt == Doubt.EXCHANGE;
    }

    boolean surelyLiveAt(long millis) {
        return held != null && doubt == Doubt.NONE && millis < held.goodUntilMillis();
    }

    boolean surelyExchangeableAt(long millis) {
        return held != null
                && millis < held.exchangeableUntilMillis()
                && (doubt == Doubt.NONE || (mayAskAgain() && millis - doubtfulSinceMillis < GRACE_MILLIS));
    }

    boolean isDead(Credential credential) {
        return dead.contains(credential);
    }

    Optional<Credential> somethingDead(RandomGenerator random) {
        return dead.isEmpty() ? Optional.empty() : Optional.of(dead.get(random.nextInt(dead.size())));
    }

    void hold(Credential granted) {
        held = granted;
        doubt = Doubt.NONE;
    }

    void isKnownToLive() {
        doubt = Doubt.NONE;
    }

    void mayHaveBeenExchangedSince(long millis) {
        if (doubt == Doubt.NONE) {
            doubt = Doubt.EXCHANGE;
            doubtfulSinceMillis = millis;
        }
    }

    void mayHaveEnded() {
        doubt = Doubt.END;
    }

    /** A protected endpoint refused it. One that is over may still be exchangeable; if that is in doubt, it is let go. */
    void wasRefusedAt(long millis) {
        Credential refused = held();
        if (millis < refused.goodUntilMillis() || millis >= refused.exchangeableUntilMillis()) {
            bury();
        } else if (isDoubtful()) {
            forget();
        }
    }

    /** An exchange of it was refused. One that may be exchanged no more may still be good; if that is in doubt, it is let go. */
    void couldNotBeExchangedAt(long millis) {
        Credential refused = held();
        if (millis < refused.exchangeableUntilMillis() || millis >= refused.goodUntilMillis()) {
            bury();
        } else if (isDoubtful()) {
            forget();
        }
    }

    /** What is held is dead. */
    void bury() {
        bury(held());
        forget();
    }

    void bury(Credential credential) {
        if (dead.size() == MOST_DEAD) {
            dead.remove(0);
        }
        dead.add(credential);
    }

    /** Lets go of what is held, dead or not. */
    void forget() {
        held = null;
        doubt = Doubt.NONE;
    }
}
