package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.UserId;
import dev.keystile.store.contract.history.Race;
import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.Backoff;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LoginThrottle} promises, as tests. Extend it, say how your throttle is made, and run it. Every test has names
 * and addresses of its own, so the engine behind the throttle may be shared and need not be cleaned.
 */
public abstract class LoginThrottleContract {

    private static final int FREE_OF_PAIR = 3;
    private static final int FREE_OF_ADDRESS = 6;
    private static final int FREE_OF_ACCOUNT = 9;
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration WELCOME = Duration.ofHours(1);

    private static final ThrottlePolicy POLICY = new ThrottlePolicy(
            new Backoff(FREE_OF_PAIR, Duration.ofSeconds(1), LONGEST, Duration.ofMinutes(1)),
            new Backoff(FREE_OF_ADDRESS, Duration.ofSeconds(1), LONGEST, Duration.ofMinutes(1)),
            new Backoff(FREE_OF_ACCOUNT, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(1)),
            WELCOME);

    private final String name = unique();
    private final String home = unique();
    private LoginThrottle throttle;

    /** For tests that extend the contract. */
    protected LoginThrottleContract() {}

    /** The throttle to test, by {@code policy}. Called before every test; it may be a new one every time, or one for all. */
    protected abstract LoginThrottle newThrottle(ThrottlePolicy policy);

    /** Another node that shares what {@code throttle} counts. The same throttle again, unless overridden. */
    protected LoginThrottle anotherNodeOf(LoginThrottle throttle) {
        return throttle;
    }

    /** How often the race runs, 100. */
    protected int rounds() {
        return 100;
    }

    /** How many threads race, 16. */
    protected int threads() {
        return 16;
    }

    @BeforeEach
    final void makeThrottle() {
        throttle = newThrottle(POLICY);
    }

    @Test
    final void theFirstFailuresCostNothing() {
        assertThat(admittedOf(FREE_OF_PAIR + 1, name, home, NOW)).isEqualTo(FREE_OF_PAIR + 1);
    }

    @Test
    final void theNextOneHasToWaitForTheFirstDelay() {
        fail(FREE_OF_PAIR + 1, name, home);

        assertThat(waitOf(name, home, NOW)).isEqualTo(SECOND);
    }

    @Test
    final void aWaitGetsShorterAsTimePasses() {
        fail(FREE_OF_PAIR + 1, name, home);

        assertThat(waitOf(name, home, NOW + 1)).isEqualTo(SECOND - 1);
    }

    @Test
    final void whoHasWaitedIsAdmitted() {
        fail(FREE_OF_PAIR + 1, name, home);

        assertThat(waitOf(name, home, NOW + SECOND)).isZero();
    }

    @Test
    final void everyFurtherFailureDoublesTheWait() {
        fail(FREE_OF_PAIR + 1, name, home);
        admit(name, home, NOW + SECOND);

        assertThat(waitOf(name, home, NOW + SECOND)).isEqualTo(2 * SECOND);
    }

    @Test
    final void theWaitHasACap() {
        fail(FREE_OF_PAIR + 1, name, home);
        long now = NOW;
        for (int failure = 0; failure < 10; failure++) {
            now += LONGEST.toMillis();
            admit(name, home, now);
        }

        assertThat(waitOf(name, home, now)).isEqualTo(LONGEST.toMillis());
    }

    @Test
    final void knockingOnAClosedDoorDoesNotKeepItClosed() {
        fail(FREE_OF_PAIR + 1, name, home);
        for (int knock = 0; knock < 50; knock++) {
            waitOf(name, home, NOW + knock);
        }

        assertThat(waitOf(name, home, NOW + SECOND)).isZero();
        assertThat(waitOf(name, home, NOW + SECOND)).isEqualTo(2 * SECOND);
    }

    @Test
    final void failuresAreForgivenOneByOne() {
        fail(FREE_OF_PAIR, name, home);

        assertThat(admittedOf(FREE_OF_PAIR, name, home, NOW + 2 * MINUTE)).isEqualTo(3);
        assertThat(waitOf(name, home, NOW + 2 * MINUTE)).isEqualTo(SECOND);
    }

    @Test
    final void whatIsLongPastCostsNothing() {
        fail(FREE_OF_PAIR + 1, name, home);

        assertThat(admittedOf(FREE_OF_PAIR + 1, name, home, NOW + 60 * MINUTE)).isEqualTo(FREE_OF_PAIR + 1);
    }

    @Test
    final void aSuccessClearsThePair() {
        fail(FREE_OF_PAIR, name, home);
        succeed(name, home, NOW);

        assertThat(admittedOf(FREE_OF_PAIR + 1, name, home, NOW)).isEqualTo(FREE_OF_PAIR + 1);
    }

    @Test
    final void aSuccessTakesItsOwnFailureBackFromTheAddressAndNoMore() {
        failUnderManyNames(FREE_OF_ADDRESS - 1, home);
        succeed(name, home, NOW);

        failUnderManyNames(2, home);
        assertThat(waitOf(unique(), home, NOW)).isEqualTo(SECOND);
    }

    @Test
    final void aSuccessTakesItsOwnFailureBackFromTheAccountAndNoMore() {
        failFromManyAddresses(FREE_OF_ACCOUNT - 1, name);
        succeed(name, home, NOW);

        failFromManyAddresses(2, name);
        assertThat(waitOf(name, unique(), NOW)).isEqualTo(SECOND);
    }

    @Test
    final void anAttemptThatIsWithdrawnWasNone() {
        fail(FREE_OF_PAIR, name, home);
        LoginAttempt attempt = admit(name, home, NOW);
        throttle.withdrawn(attempt);

        admit(name, home, NOW);
        assertThat(waitOf(name, home, NOW)).isEqualTo(SECOND);
    }

    @Test
    final void manyNamesFromOneAddressHaveToWait() {
        failUnderManyNames(FREE_OF_ADDRESS + 1, home);

        assertThat(waitOf(name, home, NOW)).isEqualTo(SECOND);
    }

    @Test
    final void anotherAddressDoesNotWaitForThem() {
        failUnderManyNames(FREE_OF_ADDRESS + 1, unique());

        assertThat(waitOf(name, home, NOW)).isZero();
    }

    @Test
    final void manyAddressesForOneNameHaveToWait() {
        failFromManyAddresses(FREE_OF_ACCOUNT + 1, name);

        assertThat(waitOf(name, home, NOW)).isEqualTo(SECOND);
    }

    @Test
    final void whereTheUserLoggedInOfLateNobodyElsesFailuresMatter() {
        succeed(name, home, NOW);
        failFromManyAddresses(FREE_OF_ACCOUNT + 1, name);

        assertThat(waitOf(name, home, NOW)).isZero();
        assertThat(waitOf(name, unique(), NOW)).isEqualTo(SECOND);
    }

    @Test
    final void failuresFromThereMatterToNobodyElse() {
        succeed(name, home, NOW);
        long now = NOW;
        for (int failure = 0; failure <= FREE_OF_ACCOUNT; failure++) {
            now += LONGEST.toMillis();
            admit(name, home, now);
        }

        assertThat(waitOf(name, unique(), now)).isZero();
    }

    @Test
    final void aWelcomeEnds() {
        succeed(name, home, NOW);
        long later = NOW + WELCOME.toMillis();
        for (int failure = 0; failure <= FREE_OF_ACCOUNT; failure++) {
            admit(name, unique(), later);
        }

        assertThat(waitOf(name, home, later)).isEqualTo(SECOND);
    }

    @Test
    final void withoutAnAddressTheAccountAloneIsCounted() {
        assertThat(admittedOf(FREE_OF_ACCOUNT + 5, name, "", NOW)).isEqualTo(FREE_OF_ACCOUNT + 1);
        assertThat(waitOf(unique(), "", NOW)).isZero();
    }

    @Test
    final void exchangesCountForTheirUserAloneAndShareNothingWithLogins() {
        UserId user = new UserId(name);
        LoginAttempt exchange = LoginAttempt.ofExchange(user, NOW);
        for (int made = 0; made <= FREE_OF_ACCOUNT; made++) {
            assertThat(throttle.begin(exchange)).isInstanceOf(AttemptDecision.Admitted.class);
        }

        assertThat(throttle.begin(exchange)).isEqualTo(new AttemptDecision.TooMany(Duration.ofMillis(SECOND)));
        assertThat(throttle.begin(LoginAttempt.ofExchange(new UserId(unique()), NOW)))
                .isInstanceOf(AttemptDecision.Admitted.class);
        assertThat(waitOf(name, "", NOW)).isZero();
    }

    @Test
    final void aClockThatGoesBackLocksNobodyOutForLongerThanTheCap() {
        fail(FREE_OF_PAIR + 1, name, home);

        assertThat(waitOf(name, home, NOW - 1000 * MINUTE)).isEqualTo(LONGEST.toMillis());
    }

    @Test
    final void ofManyAttemptsAtOnceNoMoreAreAdmittedThanOneAfterTheOther() {
        List<LoginThrottle> nodes = List.of(throttle, anotherNodeOf(throttle));
        try (Race race = new Race()) {
            for (int round = 0; round < rounds(); round++) {
                LoginAttempt guess = LoginAttempt.of(unique(), unique(), NOW);
                AtomicInteger admitted = new AtomicInteger();
                race.run(IntStream.range(0, threads())
                        .mapToObj(number -> nodes.get(number % nodes.size()))
                        .map(node -> (Runnable) () -> {
                            if (node.begin(guess) instanceof AttemptDecision.Admitted) {
                                admitted.incrementAndGet();
                            }
                        })
                        .toList());
                assertThat(admitted).hasValue(FREE_OF_PAIR + 1);
            }
        }
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }

    private void fail(int times, String user, String address) {
        assertThat(admittedOf(times, user, address, NOW)).isEqualTo(times);
    }

    private void failUnderManyNames(int times, String address) {
        for (int failure = 0; failure < times; failure++) {
            admit(unique(), address, NOW);
        }
    }

    private void failFromManyAddresses(int times, String user) {
        for (int failure = 0; failure < times; failure++) {
            admit(user, unique(), NOW);
        }
    }

    private void succeed(String user, String address, long nowMillis) {
        throttle.succeeded(admit(user, address, nowMillis));
    }

    private LoginAttempt admit(String user, String address, long nowMillis) {
        LoginAttempt attempt = LoginAttempt.of(user, address, nowMillis);
        assertThat(throttle.begin(attempt)).isInstanceOf(AttemptDecision.Admitted.class);
        return attempt;
    }

    private int admittedOf(int attempts, String user, String address, long nowMillis) {
        int admitted = 0;
        for (int attempt = 0; attempt < attempts; attempt++) {
            admitted += waitOf(user, address, nowMillis) == 0 ? 1 : 0;
        }
        return admitted;
    }

    /** The wait in milliseconds; zero if the attempt was admitted, and so counted. */
    private long waitOf(String user, String address, long nowMillis) {
        return throttle.begin(LoginAttempt.of(user, address, nowMillis)) instanceof AttemptDecision.TooMany tooMany
                ? tooMany.remaining().toMillis()
                : 0;
    }
}
