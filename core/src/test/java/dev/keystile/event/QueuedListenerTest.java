package dev.keystile.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.UserId;
import dev.keystile.event.AuthEvent.Scheme;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That nobody waits for a slow listener, and nothing is lost without being counted. */
@Timeout(value = 60)
class QueuedListenerTest {

    private final BlockingQueue<AuthEvent> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch busy = new CountDownLatch(1);

    private static AuthEvent event(int number) {
        return new AuthEvent.Issued(Scheme.CAA, new UserId(Integer.toString(number)));
    }

    private static List<AuthEvent> events(int count) {
        return IntStream.range(0, count).mapToObj(QueuedListenerTest::event).toList();
    }

    /** Stays with its first event until it is let go. */
    private void hearSlowly(AuthEvent event) {
        busy.countDown();
        while (open.getCount() > 0) {
            try {
                open.await();
            } catch (InterruptedException interrupted) {
                // it stays all the same
            }
        }
        heard.add(event);
    }

    @Test
    void eventsAreToldInTheirOrder() {
        try (QueuedListener queued = QueuedListener.of(heard::add, 100)) {
            events(100).forEach(queued::on);
        }

        assertThat(heard).containsExactlyElementsOf(events(100));
    }

    @Test
    void aListenerThatBlocksHoldsNobodyUpAndWhatDoesNotFitIsCounted() throws InterruptedException {
        try (QueuedListener queued = QueuedListener.of(this::hearSlowly, 10)) {
            queued.on(event(0));
            busy.await();
            events(15).forEach(queued::on);

            assertThat(queued.dropped()).isEqualTo(5);
            open.countDown();
        }
        assertThat(heard).hasSize(11);
    }

    @Test
    void aListenerThatThrowsIsToldOfTheNext() throws InterruptedException {
        AuthEventListener throwing = event -> {
            heard.add(event);
            throw new IllegalStateException("broken, as planned");
        };
        try (QueuedListener queued = QueuedListener.of(throwing, 10)) {
            queued.on(event(1));
            queued.on(event(2));

            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(event(1));
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(event(2));
        }
    }

    @Test
    void afterTheEndEventsAreDropped() {
        QueuedListener queued = QueuedListener.of(heard::add, 10);
        queued.close();
        queued.on(event(1));

        assertThat(queued.dropped()).isEqualTo(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void itsThreadKeepsNoProcessAlive() throws InterruptedException {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        try (QueuedListener queued = QueuedListener.of(event -> threads.add(Thread.currentThread()), 10)) {
            queued.on(event(1));

            assertThat(threads.poll(30, TimeUnit.SECONDS)).matches(Thread::isDaemon);
        }
    }
}
