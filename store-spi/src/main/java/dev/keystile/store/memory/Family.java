package dev.keystile.store.memory;

import dev.keystile.core.FamilyId;
import dev.keystile.store.StoredCredential;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A login: the chain of credentials that succeeded one another since. At most its newest link is alive, so two of a family can
 * never be. Changes under its shard's lock alone; {@link #stateOf} is for everybody.
 */
final class Family {

    static final Comparator<Family> OLDEST_LOGIN_FIRST = Comparator.<Family>comparingLong(
                    family -> family.newest().familyBegunAtMillis())
            .thenComparing(family -> family.id().value());

    static final Comparator<Family> LAST_ISSUED_LAST = Comparator.<Family>comparingLong(
                    family -> family.newest().issuedAtMillis())
            .thenComparing(family -> family.id().value());

    /** What one of a family's links is at some time. */
    enum State {
        /** Alive. */
        LIVE,
        /** Spent, and remembered as such. */
        SPENT,
        /** Neither, as if it had never been. */
        UNKNOWN
    }

    private volatile @Nullable Commit beginning;
    private volatile @Nullable Commit ending;
    private volatile Link newest;

    private @Nullable Family next;

    /** A family that nobody sees before {@code beginning} happens. */
    Family(StoredCredential first, Commit beginning) {
        this.beginning = beginning;
        this.newest = new Link(this, first);
    }

    FamilyId id() {
        return newest.familyId();
    }

    /** The next family of the same user, for {@link FamiliesByUser}. */
    @Nullable
    Family next() {
        return next;
    }

    void chainTo(@Nullable Family other) {
        next = other;
    }

    Link newest() {
        return newest;
    }

    /** Whether its newest credential is alive; for the lock's holder alone. */
    boolean isAliveAt(long nowMillis) {
        return !hasEnded() && newest.isScheduled() && newest.isAliveAt(nowMillis);
    }

    boolean hasEnded() {
        Commit commit = ending;
        return commit != null && commit.hasHappened();
    }

    /** Whether none of its credentials is kept any more. */
    boolean isEmpty() {
        return !newest.isScheduled() && newest.older() == null;
    }

    /** Lets the commit go, which has happened, so that it costs no memory for the rest of the family's life. */
    void hasBegun() {
        beginning = null;
    }

    void endWith(Commit commit) {
        ending = commit;
    }

    /** The instant of an exchange: with this one write the former newest link is spent and {@code successor} is alive. */
    void advanceTo(Link successor) {
        successor.follow(newest);
        newest = successor;
    }

    /**
     * What {@code link}, one of this family's, is at {@code nowMillis}. Takes no lock. The answer is true of the instant at
     * which {@code newest} is read: a family begins and ends once, so what had begun before that instant had begun then, and
     * what has not ended after it had not ended then.
     */
    State stateOf(Link link, long nowMillis) {
        Commit start = beginning;
        if (start != null && !start.hasHappened()) {
            return State.UNKNOWN;
        }
        Link newestThen = newest;
        if (hasEnded() || !link.isAliveAt(nowMillis)) {
            return State.UNKNOWN;
        }
        if (link == newestThen) {
            return State.LIVE;
        }
        boolean succeeded = link.generation() < newestThen.generation();
        return succeeded && isRemembered(link, nowMillis) ? State.SPENT : State.UNKNOWN;
    }

    private static boolean isRemembered(Link spent, long nowMillis) {
        Link.Spending spending = spent.spending();
        return spending != null && nowMillis < spending.rememberedUntilMillis();
    }
}
