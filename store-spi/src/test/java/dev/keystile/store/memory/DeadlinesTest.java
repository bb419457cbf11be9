package dev.keystile.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private final Deadlines<Task> deadlines = new Deadlines<>();

    private static final class Task extends Deadlines.Item {}

    @Test
    void nothingIsDueWhereNothingIs() {
        assertThat(deadlines.firstDue(Long.MAX_VALUE)).isNull();
    }

    @Test
    void anItemIsDueFromItsVeryMillisecondOn() {
        Task task = scheduled(10);

        assertThat(deadlines.firstDue(9)).isNull();
        assertThat(deadlines.firstDue(10)).isSameAs(task);
    }

    @Test
    void anItemThatWasRescheduledIsDueAtItsNewTime() {
        Task former = scheduled(10);
        Task latter = scheduled(20);

        deadlines.reschedule(latter, 5);
        deadlines.reschedule(former, 30);

        assertThat(deadlines.firstDue(5)).isSameAs(latter);
        deadlines.remove(latter);
        assertThat(deadlines.firstDue(29)).isNull();
        assertThat(deadlines.firstDue(30)).isSameAs(former);
    }

    @Test
    void anItemKnowsWhetherItIsScheduled() {
        Task task = new Task();
        assertThat(task.isScheduled()).isFalse();

        deadlines.add(task, 1);
        assertThat(task.isScheduled()).isTrue();

        deadlines.remove(task);
        assertThat(task.isScheduled()).isFalse();
    }

    @Test
    void whateverComesGoesAndMovesTheEarliestIsAlwaysFirst() {
        Random random = new Random(20_261_120);
        List<Task> scheduled = new ArrayList<>();
        for (int step = 0; step < 6_000; step++) {
            int draw = random.nextInt(step < 3_000 ? 3 : 5); // grows at first, shrinks to nothing later
            if (draw < 2 || scheduled.isEmpty()) {
                scheduled.add(scheduled(random.nextInt(500)));
            } else if (draw == 2) {
                deadlines.reschedule(scheduled.get(random.nextInt(scheduled.size())), random.nextInt(500));
            } else {
                deadlines.remove(scheduled.remove(random.nextInt(scheduled.size())));
            }
            assertThat(deadlines.size()).isEqualTo(scheduled.size());
            assertEarliestIsFirst(scheduled);
        }
    }

    /** As where things begin one after the other and last as long as one another, and some end early. */
    @Test
    void theEarliestIsFirstWhereNearlyAllComeInOrder() {
        Random random = new Random(20_261_121);
        List<Task> scheduled = new ArrayList<>();
        for (int step = 0; step < 12_000; step++) {
            int draw = random.nextInt(step / 2_000 % 2 == 0 ? 4 : 9); // grows for a while, shrinks for a while
            if (draw < 3 || scheduled.isEmpty()) {
                scheduled.add(scheduled(step - (random.nextInt(50) == 0 ? random.nextInt(500) : 0)));
            } else if (draw == 3) {
                deadlines.reschedule(scheduled.get(random.nextInt(scheduled.size())), step);
            } else if (draw < 6) {
                deadlines.remove(scheduled.remove(random.nextInt(scheduled.size())));
            } else {
                Task first = deadlines.firstDue(Long.MAX_VALUE);
                deadlines.remove(first);
                scheduled.remove(first);
            }
            assertThat(deadlines.size()).isEqualTo(scheduled.size());
            assertEarliestIsFirst(scheduled);
        }
    }

    private void assertEarliestIsFirst(List<Task> scheduled) {
        long earliest = scheduled.stream()
                .min(Comparator.comparingLong(Deadlines.Item::dueMillis))
                .map(Deadlines.Item::dueMillis)
                .orElse(Long.MAX_VALUE);
        Task first = deadlines.firstDue(Long.MAX_VALUE);
        assertThat(first == null ? Long.MAX_VALUE : first.dueMillis()).isEqualTo(earliest);
    }

    private Task scheduled(long dueMillis) {
        Task task = new Task();
        deadlines.add(task, dueMillis);
        return task;
    }
}
