package dev.keystile.store.memory;

import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.AttemptKey;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Failed logins in the memory of this process: enough for a server of one process. Where there are several, each of them counts
 * for itself, so an attacker has their number of times the attempts.
 *
 * <p>Memory is bounded: at most {@code capacity} meters each of pairs, addresses and accounts, and as many welcome pairs, under 200
 * bytes apiece; 40 MB for the 50 000 that there are unless told otherwise. Half of the meters are for those that have a wait.
 * Where there is no room, the oldest of the same half is forgotten. To have a wait of theirs forgotten, an attacker has to earn
 * {@code capacity / 2} others, and to have a few free failures forgotten, to fail that often under new names or from new
 * addresses. Each of these attempts is admitted, and so takes the time of a password hash; an attempt that is refused takes no
 * room. Welcome pairs are made by successful logins alone, so failures can't push them out.
 */
public final class InMemoryLoginThrottle implements LoginThrottle {

    private static final int DEFAULT_CAPACITY = 50_000;
    private static final AttemptDecision ADMITTED = new AttemptDecision.Admitted();

    private final ReentrantLock lock = new ReentrantLock();
    private final MeterTable pairs;
    private final MeterTable addresses;
    private final MeterTable accounts;
    private final BoundedMap<AttemptKey, Long> welcomeUntil;
    private final long welcomeMillis;

    /** A throttle by {@link ThrottlePolicy#standard()}, with room for 50 000 of each kind. */
    public InMemoryLoginThrottle() {
        this(ThrottlePolicy.standard(), DEFAULT_CAPACITY);
    }

    /**
     * A throttle by {@code policy}.
     *
     * @param capacity how many pairs, addresses and accounts, each, are remembered at most
     * @throws IllegalArgumentException if {@code capacity} is less than two
     */
    public InMemoryLoginThrottle(ThrottlePolicy policy, int capacity) {
        if (capacity < 2) {
            throw new IllegalArgumentException("A throttle has room for at least two of a kind, not " + capacity + "; "
                    + DEFAULT_CAPACITY + " suit most servers.");
        }
        this.pairs = new MeterTable(policy.pair(), capacity);
        this.addresses = new MeterTable(policy.address(), capacity);
        this.accounts = new MeterTable(policy.account(), capacity);
        this.welcomeUntil = new BoundedMap<>(capacity);
        this.welcomeMillis = policy.welcome().toMillis();
    }

    @Override
    public AttemptDecision begin(LoginAttempt attempt) {
        lock.lock();
        try {
            long wait = waitMillis(attempt);
            if (wait > 0) {
                return new AttemptDecision.TooMany(Duration.ofMillis(wait));
            }
            count(attempt);
            return ADMITTED;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void succeeded(LoginAttempt attempt) {
        lock.lock();
        try {
            takeBack(attempt);
            attempt.pair().ifPresent(pair -> {
                pairs.clear(pair);
                welcomeUntil.put(pair, attempt.atMillis() + welcomeMillis);
            });
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void withdrawn(LoginAttempt attempt) {
        lock.lock();
        try {
            takeBack(attempt);
        } finally {
            lock.unlock();
        }
    }

    /** How many meters and welcome pairs are kept. */
    int held() {
        lock.lock();
        try {
            return pairs.held() + addresses.held() + accounts.held() + welcomeUntil.size();
        } finally {
            lock.unlock();
        }
    }

    private long waitMillis(LoginAttempt attempt) {
        long now = attempt.atMillis();
        long pair = attempt.pair().map(key -> pairs.waitMillis(key, now)).orElse(0L);
        long address =
                attempt.address().map(key -> addresses.waitMillis(key, now)).orElse(0L);
        long account = isWelcome(attempt) ? 0 : accounts.waitMillis(attempt.account(), now);
        return Math.max(pair, Math.max(address, account));
    }

    private void count(LoginAttempt attempt) {
        long now = attempt.atMillis();
        attempt.pair().ifPresent(pair -> pairs.count(pair, now));
        attempt.address().ifPresent(address -> addresses.count(address, now));
        if (!isWelcome(attempt)) {
            accounts.count(attempt.account(), now);
        }
    }

    private void takeBack(LoginAttempt attempt) {
        long now = attempt.atMillis();
        attempt.pair().ifPresent(pair -> pairs.takeBack(pair, now));
        attempt.address().ifPresent(address -> addresses.takeBack(address, now));
        if (!isWelcome(attempt)) {
            accounts.takeBack(attempt.account(), now);
        }
    }

    private boolean isWelcome(LoginAttempt attempt) {
        return attempt.pair()
                .map(welcomeUntil::get)
                .filter(until -> attempt.atMillis() < until)
                .isPresent();
    }
}
