package dev.keystile.store.contract.history;

/**
 * Something that can be asked of the real thing and of its model alike. Immutable; its {@code toString} is what a failure
 * prints.
 *
 * @param <T> what it is asked of
 * @param <R> what it answers
 */
public interface Intent<T, R> {

    /** Asks {@code target}. */
    R on(T target);

    /** How a failure prints {@code answer}, which is one to this intent. */
    default String describe(Object answer) {
        return answer.toString();
    }
}
