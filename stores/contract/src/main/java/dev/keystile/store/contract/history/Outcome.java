package dev.keystile.store.contract.history;

import dev.keystile.store.StoreException;

/**
 * How a call ended.
 *
 * @param <R> what it answers
 */
public sealed interface Outcome<R> {

    /** It answered, so it happened. */
    record Answered<R>(R answer) implements Outcome<R> {}

    /** It failed. Whoever called can't know whether it happened: perhaps the answer alone was lost. */
    record Failed<R>(StoreException cause) implements Outcome<R> {}
}
