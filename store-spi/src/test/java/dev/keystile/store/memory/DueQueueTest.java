package dev.keystile.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueQueueTest {

    private static final class Task extends Deadlines.Item {}

    /** Places are counted on for as long as the process runs, beyond what an int can count. */
    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MAX_VALUE - 5, -5, Integer.MIN_VALUE})
    void itGoesOnWhereverItsCountIs(int place) {
        DueQueue queue = new DueQueue(place);
        Deque<Task> expected = new ArrayDeque<>();
        for (int due = 0; due < 1_000; due++) {
            expected.add(added(queue, due));
            if (due % 3 == 2) {
                queue.remove(expected.remove());
            }
            assertThat(queue.first()).isSameAs(expected.getFirst());
            assertThat(queue.firstDue()).isEqualTo(expected.getFirst().dueMillis());
        }
        assertThat(queue.size()).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99})
    void whatStaysBetweenOthersThatLeaveIsNotLost(int staying) {
        DueQueue queue = new DueQueue();
        Task[] tasks =
                IntStream.range(0, 100).mapToObj(due -> added(queue, due)).toArray(Task[]::new);
        IntStream.range(0, tasks.length).filter(task -> task != staying).forEach(task -> queue.remove(tasks[task]));

        assertThat(queue.first()).isSameAs(tasks[staying]);
        assertThat(queue.size()).isEqualTo(1);
    }

    private static Task added(DueQueue queue, long due) {
        Task task = new Task();
        task.dueMillis = due;
        assertThat(queue.takes(due)).isTrue();
        queue.add(task);
        return task;
    }
}
