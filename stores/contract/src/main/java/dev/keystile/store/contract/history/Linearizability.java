package dev.keystile.store.contract.history;

import dev.keystile.store.StoreException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Searches an order of the calls of a history that contradicts neither the clock (what had ended before another started comes
 * first) nor the model (asked in that order, it gives the same answers). A call that failed may be left out, or have happened
 * at any time after it started.
 *
 * <p>The search is Wing and Gong's, with Lowe's memory of the positions that it has been in, and one shortcut: a call that may
 * come next, answers as it did and changes nothing can always come next, so that nothing else has to be tried. What remains
 * are the orders of the changes: keep those that run at once to a handful a history.
 *
 * @param <M> the model
 */
public final class Linearizability<M extends SequentialModel<M>> {

    private static final int MOST_POSITIONS = 100_000;

    private final List<? extends Call<? super M>> calls;
    private final Set<Position<M>> seen = new HashSet<>();

    /** How far a search has come: which calls have happened, and what that has led to. */
    private record Position<M>(BitSet happened, M state) {

        Position<M> then(int call, M after) {
            BitSet more = (BitSet) happened.clone();
            more.set(call);
            return new Position<>(more, after);
        }
    }

    private Linearizability(History<? super M> history) {
        this.calls = history.calls();
    }

    /**
     * Whether {@code history} could have come from calls that each happened in one instant between start and end.
     *
     * @param initial the model as it was before the first call
     * @throws IllegalStateException if there are too many orders to try
     */
    public static <M extends SequentialModel<M>> boolean holds(M initial, History<? super M> history) {
        return new Linearizability<M>(history).canFinishFrom(new Position<>(new BitSet(), initial));
    }

    private boolean canFinishFrom(Position<M> here) {
        if (IntStream.range(0, calls.size()).noneMatch(call -> isMissing(call, here.happened()))) {
            return true;
        }
        if (!seen.add(here)) {
            return false;
        }
        if (seen.size() > MOST_POSITIONS) {
            throw new IllegalStateException(
                    "Too many changes at once to try their orders; race fewer of them in one history.");
        }
        List<Position<M>> changes = new ArrayList<>();
        for (int call : candidatesAt(here.happened())) {
            Optional<M> after = after(call, here.state());
            if (after.isPresent() && !after.get().equals(here.state())) {
                changes.add(here.then(call, after.get()));
            } else if (after.isPresent() && calls.get(call).isAnswered()) {
                return canFinishFrom(here.then(call, here.state()));
            }
        }
        return changes.stream().anyMatch(this::canFinishFrom);
    }

    /** The calls that no call that is still missing had ended before. */
    private List<Integer> candidatesAt(BitSet happened) {
        long firstEnd = IntStream.range(0, calls.size())
                .filter(call -> isMissing(call, happened))
                .mapToLong(call -> calls.get(call).ended())
                .min()
                .orElse(Long.MAX_VALUE);
        return IntStream.range(0, calls.size())
                .filter(call -> !happened.get(call) && calls.get(call).started() < firstEnd)
                .boxed()
                .toList();
    }

    private boolean isMissing(int call, BitSet happened) {
        return !happened.get(call) && calls.get(call).isAnswered();
    }

    /** What {@code call} makes of {@code state}, or nothing if it could not have been answered as it was. */
    private Optional<M> after(int call, M state) {
        M copy = state.copy();
        try {
            Object answer = calls.get(call).intent().on(copy);
            return calls.get(call).admits(answer) ? Optional.of(copy) : Optional.empty();
        } catch (StoreException refused) {
            return Optional.empty();
        }
    }
}
