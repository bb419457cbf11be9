package dev.keystile.benchmark.caa;

import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Sign and verify with one of a million pairs, another each time. */
@State(Scope.Benchmark)
public class CaaBenchmark {

    /** Headers that are verified in turn: enough of them that the keys they name are in no cache. */
    private static final int HEADERS = 1 << 16;

    /** Whose turn it is. */
    @Param
    public CaaWayName way = CaaWayName.KEYSTILE;

    private @Nullable CaaWay opened;
    private final String[] headers = new String[HEADERS];
    private final int[] signing = new int[HEADERS];

    /** Where a thread is among the headers. */
    @State(Scope.Thread)
    public static class Turn {

        private int turn = ThreadLocalRandom.current().nextInt();

        int next() {
            turn++;
            return turn & (HEADERS - 1);
        }
    }

    /** A million pairs, and headers of some of them; and a proof that a wrong signature is told. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        CaaWay subject = way.open();
        opened = subject;
        subject.learn(Pairs.COUNT);
        Random order = new Random(Pairs.COUNT);
        for (int i = 0; i < HEADERS; i++) {
            signing[i] = order.nextInt(Pairs.COUNT);
            headers[i] = subject.sign(signing[i]);
        }
        CaaWay stranger = way.open();
        stranger.learn(1);
        if (!subject.verify(headers[0]) || stranger.verify(headers[0])) {
            throw new IllegalStateException(way + " can't tell good from bad");
        }
    }

    /** A header for the next pair. */
    @Benchmark
    public String sign(Turn turn) throws GeneralSecurityException {
        return subject().sign(signing[turn.next()]);
    }

    /** The header of the next pair. */
    @Benchmark
    public boolean verify(Turn turn) throws GeneralSecurityException {
        return subject().verify(headers[turn.next()]);
    }

    private CaaWay subject() {
        if (opened == null) {
            throw new IllegalStateException("prepare comes first");
        }
        return opened;
    }
}
