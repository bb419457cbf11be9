package dev.keystile.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private final Shelf<Object> shelf = new Shelf<>(Object::new);

    @Test
    void whatWasGivenBackIsLentAgain() {
        Object thing = shelf.take();
        shelf.giveBack(thing);

        assertThat(shelf.take()).isSameAs(thing);
    }

    @Test
    void whatIsLentIsNobodyElses() {
        assertThat(shelf.take()).isNotSameAs(shelf.take());
    }

    @Test
    void everyThreadIsServed() throws InterruptedException {
        Set<Object> lent = ConcurrentHashMap.newKeySet();
        List<Thread> threads = Stream.generate(() -> new Thread(() -> lent.add(shelf.take())))
                .limit(64)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(lent).hasSize(64);
    }

    @Test
    void twoNeverHaveTheSameAtOnce() throws InterruptedException {
        Shelf<AtomicInteger> users = new Shelf<>(AtomicInteger::new);
        AtomicInteger shared = new AtomicInteger();
        List<Thread> threads = Stream.generate(() -> new Thread(() -> useOften(users, shared)))
                .limit(64)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(shared).hasValue(0);
    }

    private static void useOften(Shelf<AtomicInteger> users, AtomicInteger shared) {
        for (int i = 0; i < 20_000; i++) {
            AtomicInteger thing = users.take();
            shared.addAndGet(thing.incrementAndGet() == 1 ? 0 : 1);
            thing.decrementAndGet();
            users.giveBack(thing);
        }
    }
}
