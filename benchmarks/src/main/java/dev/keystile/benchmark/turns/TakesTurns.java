package dev.keystile.benchmark.turns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/** Lets a JVM of JMH begin an iteration only when the {@link TurnKeeper} says so, and tells it when the iteration is over. */
public final class TakesTurns implements InternalProfiler {

    /** The system property that says where the keeper listens. */
    static final String PORT = "keystile.turns.port";

    private @Nullable Socket keeper;

    /** Made by JMH. */
    public TakesTurns() {}

    @Override
    public String getDescription() {
        return "turns, one contestant at a time";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        try {
            if (keeper().getInputStream().read() < 0) {
                throw new IllegalStateException("The keeper of the turns has gone.");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        try {
            keeper().getOutputStream().write(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.of();
    }

    private Socket keeper() throws IOException {
        Socket known = keeper;
        if (known == null) {
            known = new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger(PORT));
            keeper = known;
        }
        return known;
    }
}
