package dev.keystile.benchmark.token;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Tokens that hold and tokens that don't, looked at from far down the stack: what an exception would cost grows with it. */
@State(Scope.Benchmark)
public class DepthBenchmark {

    private static final int TOKENS = 100;

    /** How many frames lie between the benchmark and the verifier. */
    @Param({"10", "1000"})
    public int frames;

    private final Keystile library = new Keystile();
    private String good = "";
    private String forged = "";

    /** A token, and the same with another signature. */
    @Setup
    public void prepare() {
        good = library.issue();
        forged = TokenBenchmark.forgedFrom(good);
    }

    /** Tokens that hold. */
    @Benchmark
    @OperationsPerInvocation(TOKENS)
    public int verify() {
        return accepted(good, frames);
    }

    /** Tokens with another signature. */
    @Benchmark
    @OperationsPerInvocation(TOKENS)
    public int forged() {
        return accepted(forged, frames);
    }

    private int accepted(String token, int depth) {
        if (depth > 0) {
            return accepted(token, depth - 1);
        }
        int accepted = 0;
        for (int i = 0; i < TOKENS; i++) {
            accepted += library.verify(token) == null ? 0 : 1;
        }
        return accepted;
    }
}
