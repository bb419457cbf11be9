package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * While 64 connections send what is bad without a pause, honest clients are answered, rightly and in time, and the server grows
 * no further. Two seconds; the profile {@code faults} makes it ten.
 */
interface FloodChapter extends ExampleUnderTest {

    Duration FLOOD = Duration.ofSeconds(Integer.getInteger("keystile.flood.seconds", 2));

    /** For any one answer: what a client waits at most, by default of many libraries, on a machine where all cores are taken. */
    Duration IN_TIME = Duration.ofSeconds(15);

    /** What a thread pool of two hundred, the usual bound, and the server's own threads come to. */
    int MOST_NEW_THREADS = 250;

    /** What 64 bodies of the most that is read, and all that a server has around them, come to, generously. */
    long MOST_NEW_BYTES = 96L << 20;

    @Test
    default void honestClientsAreServedWhileTheServerIsFlooded() throws Exception {
        long heapBefore = usedHeap();
        int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
        int threadsWithin;
        List<HonestClient.Experience> experiences;
        try (Flood flood = Flood.of(this::connect)) {
            experiences = visitAtOnce();
            threadsWithin = ManagementFactory.getThreadMXBean().getThreadCount();
            assertThat(flood.sent()).as("that there was a flood").isPositive();
            assertThat(flood.wronglyAnswered()).as("what was no refusal").isZero();
        }

        assertThat(experiences).allSatisfy(experience -> {
            assertThat(experience.answers()).isPositive();
            assertThat(experience.longestWait()).isLessThan(IN_TIME);
        });
        assertThat(threadsWithin - threadsBefore).isLessThan(Flood.connections() + MOST_NEW_THREADS);
        assertThat(usedHeap() - heapBefore).isLessThan(MOST_NEW_BYTES);
    }

    private List<HonestClient.Experience> visitAtOnce() throws Exception {
        ExecutorService clients = Executors.newCachedThreadPool();
        try {
            List<Future<HonestClient.Experience>> visits = new ArrayList<>();
            for (HonestClient.Visit visit : HonestClient.Visit.values()) {
                visits.add(clients.submit(new HonestClient(visit, this::connect, FLOOD)));
            }
            List<HonestClient.Experience> experiences = new ArrayList<>();
            for (Future<HonestClient.Experience> visit : visits) {
                experiences.add(visit.get());
            }
            return experiences;
        } finally {
            clients.shutdownNow();
        }
    }

    /** What is still used after a collection. */
    private static long usedHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
