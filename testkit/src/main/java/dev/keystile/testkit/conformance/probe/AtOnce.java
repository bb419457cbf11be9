package dev.keystile.testkit.conformance.probe;

import dev.keystile.testkit.wire.WireConnection;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests at the same moment: every connection is open before the first byte is sent on any. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * The answers to {@code requests}, in their order.
     *
     * @throws Discrepancy if one isn't answered
     */
    public static List<WireResponse> send(Probe probe, List<WireRequest> requests) throws IOException {
        ExecutorService callers = Executors.newFixedThreadPool(requests.size());
        try {
            CyclicBarrier start = new CyclicBarrier(requests.size());
            List<Callable<WireResponse>> calls = requests.stream()
                    .<Callable<WireResponse>>map(request -> () -> call(probe, request, start))
                    .toList();
            List<WireResponse> answers = new ArrayList<>();
            for (Future<WireResponse> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw unwrap(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Undecided("interrupted");
        } finally {
            callers.shutdownNow();
        }
    }

    private static WireResponse call(Probe probe, WireRequest request, CyclicBarrier start)
            throws IOException, InterruptedException, BrokenBarrierException {
        try (WireConnection connection = probe.wire().open()) {
            start.await();
            return connection.send(request).receive().orElseThrow(Discrepancy::noAnswer);
        } catch (IOException broken) {
            start.reset(); // whoever still waits would wait for ever
            throw broken;
        }
    }

    private static IOException unwrap(ExecutionException failed) {
        if (failed.getCause() instanceof Discrepancy found) {
            throw found;
        }
        return new IOException("one of many requests at once failed: " + failed.getCause(), failed.getCause());
    }
}
