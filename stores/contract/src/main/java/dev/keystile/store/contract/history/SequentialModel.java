package dev.keystile.store.contract.history;

/**
 * What one call after the other would do: slow, single-threaded, and plain enough to be seen right. Two models are equal if
 * nothing that is asked of them can tell them apart; the search relies on it.
 *
 * @param <M> the model itself
 */
public interface SequentialModel<M extends SequentialModel<M>> {

    /** A copy that lives a life of its own. */
    M copy();
}
