package dev.keystile.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTableTest {

    private static final int NUMBERS = 500;

    /** Few hashes, so that items lie behind one another; the last ones at the end, so that they go round. */
    private final SlotTable<Integer> table = new SlotTable<>(SlotTableTest::hashOf);

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20_261_120})
    void itHoldsWhatASetHolds(long seed) {
        Random random = new Random(seed);
        Integer[] numbers = IntStream.range(0, NUMBERS).boxed().toArray(Integer[]::new);
        Set<Integer> expected = new HashSet<>();
        for (int step = 0; step < 50_000; step++) {
            Integer number = numbers[random.nextInt(1 + (step / 100) % NUMBERS)];
            if (expected.add(number)) {
                table.add(number);
            } else {
                expected.remove(number);
                table.remove(number);
            }
            assertThat(isThere(number)).as("seed %d, step %d", seed, step).isEqualTo(expected.contains(number));
            assertThat(table.size()).isEqualTo(expected.size());
        }
        for (Integer number : numbers) {
            assertThat(isThere(number)).isEqualTo(expected.contains(number));
        }
    }

    @Test
    void whatIsReplacedIsGoneAndItsSuccessorThere() {
        Integer before = 7;
        Integer after = 7 + 29;
        table.add(before);
        table.replace(before, after);

        assertThat(List.of(isThere(before), isThere(after))).containsExactly(false, true);
    }

    /** A reader without the lock finds what stays, whatever comes, goes and grows around it. */
    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void whatStaysIsFoundWhileOthersComeAndGo(int staying) throws InterruptedException {
        List<Integer> numbers = IntStream.range(0, NUMBERS).boxed().toList();
        numbers.subList(0, staying).forEach(table::add);
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean missed = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            while (!over.get()) {
                numbers.subList(0, staying).forEach(number -> missed.compareAndSet(false, !isThere(number)));
            }
        });
        reader.start();
        for (int round = 0; round < 300; round++) {
            numbers.subList(staying, NUMBERS).forEach(table::add);
            numbers.subList(staying, NUMBERS).forEach(table::remove);
        }
        over.set(true);
        reader.join();

        assertThat(missed).isFalse();
    }

    private boolean isThere(Integer number) {
        return number.equals(table.find(hashOf(number), number::equals));
    }

    private static int hashOf(Integer number) {
        return -1 - number % 29;
    }
}
