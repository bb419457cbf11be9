package dev.keystile.store.contract.history;

import dev.keystile.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes calls and writes them down. Safe for use by many threads, as long as each is a caller of its own.
 *
 * @param <T> what is called
 */
public final class Recorder<T> {

    private final AtomicLong ticks = new AtomicLong();
    private final Queue<Call<T>> calls = new ConcurrentLinkedQueue<>();

    /** A recorder that has seen nothing. */
    public Recorder() {}

    /**
     * Asks {@code intent} of {@code target} in the name of {@code caller}.
     *
     * @return the answer, or nothing if the call failed; anything but a {@link StoreException} is thrown on
     */
    public <R> Optional<R> call(int caller, T target, Intent<? super T, R> intent) {
        long started = ticks.getAndIncrement();
        Outcome<R> outcome = outcomeOf(target, intent);
        long ended = ticks.getAndIncrement();
        calls.add(new Call<>(caller, intent, started, ended, outcome));
        return outcome instanceof Outcome.Answered<R> answered ? Optional.of(answered.answer()) : Optional.empty();
    }

    /** What was recorded up to now. */
    public History<T> history() {
        return new History<>(List.copyOf(calls));
    }

    private static <T, R> Outcome<R> outcomeOf(T target, Intent<? super T, R> intent) {
        try {
            return new Outcome.Answered<>(intent.on(target));
        } catch (StoreException failure) {
            return new Outcome.Failed<>(failure);
        }
    }
}
