package dev.keystile.example.adapter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that send nothing but what is bad, each a kind of it, again and again until it is closed. */
final class Flood implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger wronglyAnswered = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    /** Where connections come from. */
    interface Server {
        Wire connect() throws IOException;
    }

    private Flood() {}

    static Flood of(Server server) {
        Flood flood = new Flood();
        Nuisance[] kinds = Nuisance.values();
        for (int number = 0; number < CONNECTIONS; number++) {
            Nuisance kind = kinds[number % kinds.length];
            Thread thread = new Thread(() -> flood.run(kind, server), "flood-" + number);
            thread.setDaemon(true);
            flood.threads.add(thread);
            thread.start();
        }
        return flood;
    }

    /** How many connections are kept busy. */
    static int connections() {
        return CONNECTIONS;
    }

    /** How often something bad was sent to its end, or until the server had enough of it. */
    int sent() {
        return sent.get();
    }

    /** How often it was answered by anything but a refusal. */
    int wronglyAnswered() {
        return wronglyAnswered.get();
    }

    private void run(Nuisance kind, Server server) {
        while (over.getCount() > 0) {
            try (Wire wire = server.connect()) {
                kind.sendOn(wire, this).ifPresent(this::judge);
            } catch (IOException hungUp) {
                // as a server may
            }
            sent.incrementAndGet();
        }
    }

    /** Waits for a moment, and tells whether it is over. */
    boolean isOverAfter(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void judge(WireAnswer answer) {
        if (answer.status() < CLIENT_ERROR || answer.status() >= SERVER_ERROR) {
            wronglyAnswered.incrementAndGet();
        }
    }

    /** Ends it, and waits until the last connection is closed. */
    @Override
    public void close() {
        over.countDown();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
