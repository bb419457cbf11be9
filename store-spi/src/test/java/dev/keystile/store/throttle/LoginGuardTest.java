package dev.keystile.store.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.store.StoreException;
import dev.keystile.store.throttle.LoginGuard.Checked;
import dev.keystile.store.throttle.LoginGuard.HeldBack;
import dev.keystile.store.user.UserAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a login tells its throttle, and when. */
class LoginGuardTest {

    private final Journal journal = new Journal();
    private final LoginGuard guard =
            new LoginGuard(journal, Clock.fixed(Instant.ofEpochMilli(1_700_000_000_000L), ZoneOffset.UTC));

    /** Writes down what it is asked and told. */
    private static final class Journal implements LoginThrottle {

        private final List<String> lines = new ArrayList<>();
        private AttemptDecision decision = new AttemptDecision.Admitted();
        private Optional<StoreException> failure = Optional.empty();

        @Override
        public AttemptDecision begin(LoginAttempt attempt) {
            note("begin");
            return decision;
        }

        @Override
        public void succeeded(LoginAttempt attempt) {
            note("succeeded");
        }

        @Override
        public void withdrawn(LoginAttempt attempt) {
            note("withdrawn");
        }

        private void note(String line) {
            lines.add(line);
            failure.ifPresent(thrown -> {
                throw thrown;
            });
        }
    }

    private static Optional<UserAccount> account(boolean disabled) {
        return Optional.of(
                new UserAccount(new UserId("1"), "demo", disabled, Map.of(), UserProfile.of(Map.of("name", "demo"))));
    }

    private LoginGuard.Outcome check(Supplier<Optional<UserAccount>> passwordCheck) {
        return guard.check("demo", "192.0.2.1", () -> {
            journal.lines.add("password");
            return passwordCheck.get();
        });
    }

    @Test
    void aSuccessIsTold() {
        assertThat(check(() -> account(false))).isEqualTo(new Checked(account(false)));
        assertThat(journal.lines).containsExactly("begin", "password", "succeeded");
    }

    @Test
    void aFailureCountsAsItStands() {
        assertThat(check(Optional::empty)).isEqualTo(new Checked(Optional.empty()));
        assertThat(journal.lines).containsExactly("begin", "password");
    }

    @Test
    void aDisabledAccountIsAFailure() {
        check(() -> account(true));

        assertThat(journal.lines).containsExactly("begin", "password");
    }

    @Test
    void whoIsHeldBackIsAskedForNoPassword() {
        journal.decision = new AttemptDecision.TooMany(Duration.ofSeconds(3));
        check(() -> account(false));

        assertThat(journal.lines).containsExactly("begin");
    }

    @Test
    void aWaitIsRoundedUpToWholeSeconds() {
        journal.decision = new AttemptDecision.TooMany(Duration.ofMillis(1));

        assertThat(check(() -> account(false))).isEqualTo(new HeldBack(Duration.ofSeconds(1)));
    }

    @Test
    void aCheckThatBreaksIsWithdrawn() {
        assertThatThrownBy(() -> check(() -> {
                    throw new IllegalStateException("the directory is down");
                }))
                .hasMessage("the directory is down");
        assertThat(journal.lines).containsExactly("begin", "password", "withdrawn");
    }

    /** The directory's failure is the one to look into; the throttle's goes with it. */
    @Test
    void aCheckThatBreaksAlongWithTheThrottleTellsBoth() {
        assertThatThrownBy(() -> check(() -> {
                    journal.failure = Optional.of(new StoreException("the throttle is down"));
                    throw new IllegalStateException("the directory is down");
                }))
                .hasMessage("the directory is down")
                .satisfies(thrown ->
                        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(StoreException.class));
    }

    @Test
    void aThrottleThatCannotAnswerLetsNobodyIn() {
        journal.failure = Optional.of(new StoreException("the throttle is down"));

        assertThatThrownBy(() -> check(() -> account(false))).hasMessage("the throttle is down");
        assertThat(journal.lines).containsExactly("begin");
    }

    @Test
    void withoutAThrottleEveryAttemptIsAdmitted() {
        assertThat(LoginThrottle.off().begin(LoginAttempt.of("demo", "192.0.2.1", 0)))
                .isEqualTo(new AttemptDecision.Admitted());
    }

    @Test
    void withoutAThrottleEverybodyIsAsked() {
        LoginGuard open = new LoginGuard(LoginThrottle.off(), Clock.systemUTC());
        for (int attempt = 0; attempt < 1000; attempt++) {
            assertThat(open.check("demo", "192.0.2.1", Optional::empty)).isEqualTo(new Checked(Optional.empty()));
        }
    }
}
