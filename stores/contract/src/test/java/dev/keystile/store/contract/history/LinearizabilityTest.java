package dev.keystile.store.contract.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The checker, on the histories of a register that is told numbers one after the other. */
class LinearizabilityTest {

    private static final Object DONE = "done";

    /** Holds the number that was written last. */
    private static final class Register implements SequentialModel<Register> {

        private int number;

        @Override
        public Register copy() {
            Register copy = new Register();
            copy.number = number;
            return copy;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Register that && number == that.number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    @Test
    void nothingIsLegal() {
        assertThat(holds()).isTrue();
    }

    @Test
    void whatWasWrittenIsRead() {
        assertThat(holds(write(1, 0, 1), read(1, 2, 3))).isTrue();
    }

    @Test
    void whatNobodyWroteIsNotRead() {
        assertThat(holds(write(1, 0, 1), read(2, 2, 3))).isFalse();
    }

    @Test
    void whatWasOverwrittenBeforeIsNotRead() {
        assertThat(holds(write(1, 0, 1), write(2, 2, 3), read(1, 4, 5))).isFalse();
    }

    @Test
    void aWriteThatRunsMayBeReadOrNot() {
        assertThat(holds(write(1, 0, 5), read(0, 1, 2), read(1, 3, 4))).isTrue();
    }

    @Test
    void aWriteThatWasReadIsNotUnread() {
        assertThat(holds(write(1, 0, 5), read(1, 1, 2), read(0, 3, 4))).isFalse();
    }

    @Test
    void writesThatRunAtOnceFallInAnyOneOrder() {
        assertThat(holds(write(1, 0, 9), write(2, 1, 8), read(2, 2, 3), read(1, 4, 5)))
                .isTrue();
    }

    @Test
    void twoReadersDontSeeTwoOrders() {
        assertThat(holds(write(1, 0, 9), write(2, 1, 8), read(1, 2, 3), read(2, 4, 5), read(1, 6, 7)))
                .isFalse();
    }

    @Test
    void aWriteThatFailedMayHaveHappened() {
        assertThat(holds(failedWrite(1, 0, 1), read(1, 2, 3))).isTrue();
    }

    @Test
    void aWriteThatFailedMayNotHaveHappened() {
        assertThat(holds(failedWrite(1, 0, 1), read(0, 2, 3))).isTrue();
    }

    @Test
    void aWriteThatFailedMayHappenLater() {
        assertThat(holds(failedWrite(1, 0, 1), read(0, 2, 3), read(1, 4, 5))).isTrue();
    }

    @Test
    void aWriteThatFailedDoesNotHappenTwice() {
        assertThat(holds(failedWrite(1, 0, 1), write(2, 2, 3), read(1, 4, 5), write(3, 6, 7), read(1, 8, 9)))
                .isFalse();
    }

    @Test
    void aWriteThatFailedDoesNotHappenBeforeItStarted() {
        assertThat(holds(read(1, 0, 1), failedWrite(1, 2, 3))).isFalse();
    }

    @Test
    void aWriteTheModelRefusesCannotHaveBeenAnswered() {
        assertThat(holds(call(new Write(-1), 0, 1, new Outcome.Answered<>(DONE))))
                .isFalse();
    }

    @Test
    void manyReadsAtOnceAreJudgedQuickly() {
        List<Call<Register>> calls = IntStream.range(0, 200)
                .mapToObj(i -> read(i % 2, i, 1000L + i))
                .collect(Collectors.toCollection(ArrayList::new));
        calls.add(write(1, 500, 2000));

        assertThat(Linearizability.holds(new Register(), new History<>(calls))).isTrue();
    }

    @Test
    void ordersTooManyToTryAreSaidToBe() {
        List<Call<Register>> calls = IntStream.range(1, 40)
                .mapToObj(i -> write(i, i, 1000L + i))
                .collect(Collectors.toCollection(ArrayList::new));
        calls.add(read(99, 3000, 3001));

        assertThatThrownBy(() -> Linearizability.holds(new Register(), new History<>(calls)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("race fewer");
    }

    private record Write(int number) implements Intent<Register, Object> {

        @Override
        public Object on(Register register) {
            if (number < 0) {
                throw new StoreException("This register holds no negative numbers.");
            }
            register.number = number;
            return DONE;
        }
    }

    private record Read() implements Intent<Register, Integer> {

        @Override
        public Integer on(Register register) {
            return register.number;
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static boolean holds(Call<Register>... calls) {
        return Linearizability.holds(new Register(), new History<>(List.of(calls)));
    }

    private static Call<Register> write(int number, long started, long ended) {
        return call(new Write(number), started, ended, new Outcome.Answered<>(DONE));
    }

    private static Call<Register> failedWrite(int number, long started, long ended) {
        return call(new Write(number), started, ended, new Outcome.Failed<>(new StoreException("The line broke.")));
    }

    private static Call<Register> read(int number, long started, long ended) {
        return call(new Read(), started, ended, new Outcome.Answered<>(number));
    }

    private static Call<Register> call(Intent<Register, ?> intent, long started, long ended, Outcome<?> outcome) {
        return new Call<>(1, intent, started, ended, outcome);
    }
}
