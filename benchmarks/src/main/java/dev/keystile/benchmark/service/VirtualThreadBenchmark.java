package dev.keystile.benchmark.service;

import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A virtual thread for each request, all of them on as many carriers as the JVM was given. Needs JDK 21 or later. */
@State(Scope.Benchmark)
public class VirtualThreadBenchmark {

    /** Enough of them that it doesn't count how long a carrier takes to wake. */
    private static final int REQUESTS = 16_384;

    private static final int STARTERS = 16;

    /** What each request does. */
    @Param
    public Work work = Work.CAA_VERIFY;

    private final Method startVirtualThread = startVirtualThread();
    private Work.Request request = number -> null;

    /** What the work needs. */
    @Setup
    public void open() throws Exception {
        request = work.open(REQUESTS);
    }

    /** Many requests, started by some virtual threads, so that carriers alone have work to do. */
    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public void handle(Blackhole answers) throws InterruptedException {
        CountDownLatch starters = new CountDownLatch(STARTERS);
        for (int starter = 0; starter < STARTERS; starter++) {
            int first = starter * (REQUESTS / STARTERS);
            start(() -> handle(first, REQUESTS / STARTERS, starters, answers));
        }
        starters.await();
    }

    /** Starts some of the requests and waits for them, which no other starter has to know of. */
    private void handle(int first, int count, CountDownLatch starters, Blackhole answers) {
        CountDownLatch pending = new CountDownLatch(count);
        for (int number = first; number < first + count; number++) {
            int mine = number;
            start(() -> {
                answer(mine, answers);
                pending.countDown();
            });
        }
        try {
            pending.await();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException("Nobody interrupts these threads.", impossible);
        }
        starters.countDown();
    }

    /** Kept nowhere: an array of all answers would be what the carriers wait for one another at. */
    private void answer(int number, Blackhole answers) {
        try {
            answers.consume(request.handle(number));
        } catch (Exception failure) {
            throw new IllegalStateException("A request failed, so nothing was measured.", failure);
        }
    }

    private void start(Runnable task) {
        try {
            startVirtualThread.invoke(null, task);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("A virtual thread doesn't start, so nothing was measured.", failure);
        }
    }

    /** By its name, because the code is compiled for JDK 17. */
    private static Method startVirtualThread() {
        try {
            return Thread.class.getMethod("startVirtualThread", Runnable.class);
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException("This JDK has no virtual threads; take 21 or later.", missing);
        }
    }
}
