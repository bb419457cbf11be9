package dev.keystile.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.example.jdk.Demo;
import dev.keystile.soak.server.Steadiness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A soak of seconds, on the demo as it is and on one that isn't sound. */
class SoakRunTest {

    private static final String DEAD = "{\"message\":\"apiKey not found\"}";
    private static final String HEAP = "heap after a collection, MiB";
    private static final int RUNS = 3;
    private static final int ONE_IN = 3;
    private static final Duration LENGTH = Duration.ofSeconds(4);
    private static final int LEAST_CALLS = 600;
    private static final int LEAST_SAMPLES = 12;
    private static final int RATE = 200;
    private static final long SEED = 20_261_120L;

    @TempDir
    private Path folder;

    @Test
    void theDemoAsItIsGivesNoWrongAnswer() throws IOException {
        SoakReport report = soak(Demo.class, UnaryOperator.identity());

        assertThat(report.judge().wrongAnswers()).isEmpty();
    }

    /** More than one: a logout that loses a race with a refresh may be granted as well as refused. */
    @Test
    void deadPairsThatAreAcceptedAreNoticed() throws IOException {
        AtomicInteger refusals = new AtomicInteger();

        SoakReport report =
                soak(Demo.class, body -> body.equals(DEAD) && refusals.incrementAndGet() % ONE_IN == 0 ? "{}" : body);

        assertThat(report.judge().wrongs()).isPositive();
        assertThat(report.isSound()).isFalse();
    }

    /** A third of some seconds has few samples, and on a busy machine fewer, so that a single run may miss it; three don't. */
    @Test
    void aDemoThatLeaksIsNoticed() throws IOException {
        List<String> growing = List.of();
        for (int run = 0; run < RUNS && !growing.contains(HEAP); run++) {
            growing = soak(LeakyDemo.class, UnaryOperator.identity()).findings().stream()
                    .filter(finding -> !finding.steady())
                    .map(Steadiness.Finding::title)
                    .toList();
        }

        assertThat(growing).contains(HEAP);
    }

    private SoakReport soak(Class<?> main, UnaryOperator<String> bend) throws IOException {
        SoakSettings settings = new SoakSettings(
                "memory", LENGTH, LEAST_CALLS, LEAST_SAMPLES, RATE, SEED, Duration.ofMillis(250), Duration.ofHours(1));
        return SoakRun.of(settings, main.getName(), folder, bend);
    }
}
