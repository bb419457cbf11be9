package dev.keystile.store.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.store.memory.InMemoryLoginThrottle;
import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** That the kit bites: throttles that are wrong are caught by the test that is named after it. */
class BrokenThrottlesTest {

    /** Right in everything that isn't overridden. */
    private static class Sound implements LoginThrottle {

        private final ThrottlePolicy policy;
        private LoginThrottle throttle;

        Sound(ThrottlePolicy policy) {
            this.policy = policy;
            forgetEverything();
        }

        final void forgetEverything() {
            throttle = new InMemoryLoginThrottle(policy, 1000);
        }

        @Override
        public AttemptDecision begin(LoginAttempt attempt) {
            return throttle.begin(attempt);
        }

        @Override
        public void succeeded(LoginAttempt attempt) {
            throttle.succeeded(attempt);
        }

        @Override
        public void withdrawn(LoginAttempt attempt) {
            throttle.withdrawn(attempt);
        }
    }

    /** Asserts that {@code test} fails on the throttle that {@code broken} makes. */
    private static void assertCaught(
            Function<ThrottlePolicy, LoginThrottle> broken, Consumer<LoginThrottleContract> test) {
        LoginThrottleContract contract = new LoginThrottleContract() {
            @Override
            protected LoginThrottle newThrottle(ThrottlePolicy policy) {
                return broken.apply(policy);
            }
        };
        contract.makeThrottle();
        assertThatThrownBy(() -> test.accept(contract)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aThrottleThatLooksFirstAndCountsLaterIsCaught() {
        assertCaught(
                policy -> new Sound(policy) {
                    private final Map<Object, Integer> failures = new ConcurrentHashMap<>();

                    @Override
                    @SuppressWarnings("ThreadPriorityCheck") // to be overtaken is what it is here for
                    public AttemptDecision begin(LoginAttempt attempt) {
                        int before = failures.getOrDefault(attempt.account(), 0);
                        Thread.yield();
                        failures.put(attempt.account(), before + 1);
                        return before > policy.pair().freeFailures()
                                ? new AttemptDecision.TooMany(Duration.ofSeconds(1))
                                : new AttemptDecision.Admitted();
                    }
                },
                LoginThrottleContract::ofManyAttemptsAtOnceNoMoreAreAdmittedThanOneAfterTheOther);
    }

    @Test
    void aThrottleThatCountsKnockingIsCaught() {
        assertCaught(
                policy -> new Sound(policy) {
                    private long lastKnock;

                    @Override
                    public AttemptDecision begin(LoginAttempt attempt) {
                        if (attempt.atMillis() - lastKnock < 1000) {
                            lastKnock = attempt.atMillis();
                            return new AttemptDecision.TooMany(Duration.ofSeconds(1));
                        }
                        AttemptDecision decision = super.begin(attempt);
                        lastKnock = decision instanceof AttemptDecision.TooMany ? attempt.atMillis() : 0;
                        return decision;
                    }
                },
                LoginThrottleContract::knockingOnAClosedDoorDoesNotKeepItClosed);
    }

    @Test
    void aSuccessThatForgivesEverythingIsCaught() {
        Function<ThrottlePolicy, LoginThrottle> forgiving = policy -> new Sound(policy) {
            @Override
            public void succeeded(LoginAttempt attempt) {
                forgetEverything();
            }
        };

        assertCaught(forgiving, LoginThrottleContract::aSuccessTakesItsOwnFailureBackFromTheAddressAndNoMore);
        assertCaught(forgiving, LoginThrottleContract::aSuccessTakesItsOwnFailureBackFromTheAccountAndNoMore);
    }

    @Test
    void aSuccessThatWelcomesNobodyIsCaught() {
        Function<ThrottlePolicy, LoginThrottle> unwelcoming = policy -> new Sound(policy) {
            @Override
            public void succeeded(LoginAttempt attempt) {
                withdrawn(attempt);
            }
        };

        assertCaught(unwelcoming, LoginThrottleContract::aSuccessClearsThePair);
        assertCaught(unwelcoming, LoginThrottleContract::whereTheUserLoggedInOfLateNobodyElsesFailuresMatter);
    }

    @Test
    void aThrottleThatForgetsToTakeBackIsCaught() {
        assertCaught(
                policy -> new Sound(policy) {
                    @Override
                    public void withdrawn(LoginAttempt attempt) {
                        // stays counted
                    }
                },
                LoginThrottleContract::anAttemptThatIsWithdrawnWasNone);
    }

    @Test
    void aThrottleThatTrustsTheClockIsCaught() {
        assertCaught(
                policy -> new Sound(policy) {
                    private long latest;

                    @Override
                    public AttemptDecision begin(LoginAttempt attempt) {
                        if (attempt.atMillis() < latest) {
                            return new AttemptDecision.TooMany(Duration.ofMillis(latest - attempt.atMillis()));
                        }
                        latest = attempt.atMillis();
                        return super.begin(attempt);
                    }
                },
                LoginThrottleContract::aClockThatGoesBackLocksNobodyOutForLongerThanTheCap);
    }
}
