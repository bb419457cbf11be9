package dev.keystile.soak.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.AdjustableClock;
import dev.keystile.soak.client.TokenCounter.Fault;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client of a server that has one thing wrong. */
class ClientTest {

    private static final Duration BETWEEN_STEPS = Duration.ofSeconds(2);
    private static final int STEPS = 3000;
    private static final long SEED = 20_261_120L;

    private final AdjustableClock clock = new AdjustableClock(1_795_176_000_000L);
    private final Weather weather = new Weather(clock);
    private final Judge judge = new Judge(weather);

    @Test
    void aServerThatIsRightIsNotAccused() {
        visit(Fault.NONE);

        assertThat(judge.wrongAnswers()).isEmpty();
        assertThat(judge.counts()).containsKeys("Bearer ask, dead", "Bearer refresh, dead", "Bearer refresh, raced");
    }

    @ParameterizedTest
    @CsvSource({
        "SPENT_TOKENS_LIVE, was accepted",
        "SPENT_TOKENS_LIVE, was exchanged 3 times",
        "TOKENS_OUTLIVE_THEIR_END, was accepted after its end",
        "TOKENS_OUTLIVE_THEIR_END, was exchanged after its end",
        "ONE_IN_TEN_IS_REFUSED, was refused although it lives",
        "ONE_IN_TEN_IS_REFUSED, could not be exchanged although it lives",
        "ONE_IN_TEN_FAILS, although nothing was down",
        "ONE_IN_TEN_IS_NOT_ANSWERED, although nothing was down",
        "ONE_TOKEN_FOR_ALL, was granted"
    })
    void whatIsWrongIsToldByName(Fault fault, String words) {
        visit(fault);

        assertThat(judge.wrongAnswers()).anyMatch(answer -> answer.contains(words));
    }

    @Test
    void whatFailsWhileTheEngineIsDownIsNotAccused() {
        weather.turnsBad();
        visit(Fault.ONE_IN_TEN_FAILS);

        assertThat(judge.wrongAnswers()).isEmpty();
    }

    private void visit(Fault fault) {
        Client client = new Client(
                TokenScheme.BEARER,
                1,
                false,
                new TokenCounter(clock, fault),
                () -> {},
                judge,
                new SplittableRandom(SEED));
        for (int step = 0; step < STEPS; step++) {
            clock.advance(BETWEEN_STEPS.plusMillis(client.step()));
            weather.look();
        }
    }
}
