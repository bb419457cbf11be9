package dev.keystile.store.throttle;

import dev.keystile.store.user.UserAccount;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks a throttle before the directory is asked and a password is looked at. Safe for use by many threads. */
public final class LoginGuard {

    private final LoginThrottle throttle;
    private final Clock clock;

    /** A guard that asks {@code throttle}, by the time of {@code clock}. */
    public LoginGuard(LoginThrottle throttle, Clock clock) {
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * What {@code passwordCheck} says, unless there have been too many failures: then it isn't asked. A disabled account is a
     * failure like any other, because its answers must not be told from those to a wrong password.
     *
     * @param name the login name as it was presented
     * @param clientAddress the client's address; empty if it isn't known
     * @param passwordCheck finds the account and compares the password; empty if that is wrong
     */
    public Outcome check(String name, String clientAddress, Supplier<Optional<UserAccount>> passwordCheck) {
        LoginAttempt attempt = LoginAttempt.of(name, clientAddress, clock.millis());
        if (throttle.begin(attempt) instanceof AttemptDecision.TooMany tooMany) {
            return new HeldBack(tooMany.wholeSeconds());
        }
        Optional<UserAccount> account = askOrWithdraw(attempt, passwordCheck);
        if (account.filter(found -> !found.disabled()).isPresent()) {
            throttle.succeeded(attempt);
        }
        return new Checked(account);
    }

    private Optional<UserAccount> askOrWithdraw(LoginAttempt attempt, Supplier<Optional<UserAccount>> passwordCheck) {
        try {
            return passwordCheck.get();
        } catch (RuntimeException | Error undecided) {
            withdraw(attempt, undecided);
            throw undecided;
        }
    }

    private void withdraw(LoginAttempt attempt, Throwable undecided) {
        try {
            throttle.withdrawn(attempt);
        } catch (RuntimeException alsoBroken) {
            undecided.addSuppressed(alsoBroken);
        }
    }

    /** What came of a check. */
    public sealed interface Outcome {}

    /**
     * The password was looked at.
     *
     * @param account the account, disabled or not, if the password was its own
     */
    public record Checked(Optional<UserAccount> account) implements Outcome {}

    /**
     * It wasn't.
     *
     * @param retryAfter how long to wait, in whole seconds
     */
    public record HeldBack(Duration retryAfter) implements Outcome {}
}
