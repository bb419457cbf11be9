package dev.keystile.testkit.conformance.probe;

import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import dev.keystile.testkit.conformance.Operation;
import java.util.Optional;
import java.util.function.Predicate;

/** What a server must have for a check to make sense there. */
@FunctionalInterface
public interface Need {

    /** A user who is disabled. */
    Need DISABLED_USER = of(
            "needs a disabled user (disabledUser)",
            target -> target.disabledUser().isPresent());

    /** An endpoint of the application behind the Caa check. */
    Need PROTECTED_ENDPOINT = of(
            "needs a protected endpoint (protectedEndpoint)",
            target -> target.protectedPath().isPresent());

    /** What grants tell of the user. */
    Need PROFILE =
            of("needs the user's profile (profile)", target -> target.profile().isPresent());

    /** A way to disable the active user. */
    Need USER_SWITCH = of(
            "needs a way to disable the active user (userSwitch)",
            target -> target.userSwitch().isPresent());

    /** The secret of the {@code /tokens} dialect. */
    Need TOKENS_SECRET = of(
            "needs the secret of the /tokens dialect to forge tokens (tokens)",
            target -> target.tokens().isPresent());

    /** The secret of the Bearer dialect. */
    Need BEARER_SECRET = of(
            "needs the secret of the Bearer dialect to forge tokens (bearer)",
            target -> target.bearer().isPresent());

    /** A grace window. */
    Need GRACE = of("there is no grace window", target -> !target.graceWindow().isZero());

    /** No grace window. */
    Need NO_GRACE = of("the grace window is on", target -> target.graceWindow().isZero());

    /** Why {@code target} doesn't have it; nothing if it does. */
    Optional<String> missingIn(ConformanceTarget target);

    /** Both this and {@code other}. */
    default Need and(Need other) {
        return target -> missingIn(target).or(() -> other.missingIn(target));
    }

    /** Something that is there if {@code test} says so, and otherwise is told as {@code reason}. */
    static Need of(String reason, Predicate<ConformanceTarget> test) {
        return target -> test.test(target) ? Optional.empty() : Optional.of(reason);
    }

    /** Each of {@code operations}. */
    static Need mounted(Operation... operations) {
        return target -> {
            for (Operation operation : operations) {
                if (!target.mounts(operation)) {
                    return Optional.of(operation.method() + " " + operation.path() + " is not mounted");
                }
            }
            return Optional.empty();
        };
    }

    /** One of {@code operations} at least. */
    static Need anyMounted(Operation... operations) {
        return of("no operation is mounted that it could be tried on", target -> {
            for (Operation operation : operations) {
                if (target.mounts(operation)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The setting {@code trait}, turned on. */
    static Need on(Trait trait) {
        return of(trait + " is off", target -> target.has(trait));
    }

    /** The setting {@code trait}, turned off. */
    static Need off(Trait trait) {
        return of(trait + " is on", target -> !target.has(trait));
    }
}
