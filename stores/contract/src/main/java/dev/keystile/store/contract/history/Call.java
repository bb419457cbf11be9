package dev.keystile.store.contract.history;

import java.util.Optional;

/**
 * A call as it was seen from outside.
 *
 * @param <T> what was called
 * @param caller who called; the calls of one caller follow one another
 * @param intent what was asked
 * @param started its place in the order of all starts and ends
 * @param ended likewise
 * @param outcome how it ended
 */
public record Call<T>(int caller, Intent<? super T, ?> intent, long started, long ended, Outcome<?> outcome) {

    /** Whether it was answered, so that it happened for certain. */
    boolean isAnswered() {
        return outcome instanceof Outcome.Answered;
    }

    /** Whether {@code answer} may have come back; from a failed call anything may. */
    boolean admits(Object answer) {
        return !(outcome instanceof Outcome.Answered<?> answered) || answer.equals(answered.answer());
    }

    /** The answer, if there is one and it is a {@code kind}. */
    <A> Optional<A> answer(Class<A> kind) {
        return outcome instanceof Outcome.Answered<?> answered && kind.isInstance(answered.answer())
                ? Optional.of(kind.cast(answered.answer()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        String result = outcome instanceof Outcome.Answered<?> answered
                ? intent.describe(answered.answer())
                : outcome.toString();
        return "[%4d, %4d] caller %2d: %s -> %s".formatted(started, ended, caller, intent, result);
    }
}
