package dev.keystile.store.contract.history;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls in the order in which they started.
 *
 * @param <T> what was called
 */
public record History<T>(List<Call<T>> calls) {

    /**
     * An intent and what was answered.
     *
     * @param started the call's place in the order of all starts and ends
     * @param ended likewise
     */
    public record Seen<I, A>(I intent, A answer, long started, long ended) {}

    /** Sorts a copy of {@code calls}. */
    public History {
        calls = calls.stream().sorted(Comparator.comparingLong(Call::started)).toList();
    }

    /** The intents of the calls, also of those that failed, that are a {@code kind}. */
    public <I> Stream<I> intents(Class<I> kind) {
        return calls.stream().map(Call::intent).filter(kind::isInstance).map(kind::cast);
    }

    /** The calls whose intent is of one kind and whose answer of another. */
    public <I, A> Stream<Seen<I, A>> seen(Class<I> intent, Class<A> answer) {
        return calls.stream()
                .filter(call -> intent.isInstance(call.intent()))
                .flatMap(call -> call
                        .answer(answer)
                        .map(given -> new Seen<>(intent.cast(call.intent()), given, call.started(), call.ended()))
                        .stream());
    }

    /** One line a call: from when to when, who, what was asked, what came back. */
    @Override
    public String toString() {
        return calls.stream().map(Call::toString).collect(Collectors.joining("\n"));
    }
}
