package dev.keystile.store.contract.token;

import static dev.keystile.store.contract.token.LedgerDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.contract.history.Recorder;
import dev.keystile.store.token.TokenLedger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Long random sequences of intents, one after the other, each answer compared with the model's. */
interface ModelChapter extends LedgerUnderTest {

    /** Intents in one sequence. */
    int STEPS = 100;

    @Test
    default void randomIntentsGetTheAnswersOfTheModel() {
        Random random = new Random(driver().seed());
        for (int sequence = 0; sequence < driver().rounds(); sequence++) {
            RandomTokenIntents intents = new RandomTokenIntents(random, NOW);
            TokenModel model = new TokenModel();
            Recorder<TokenLedger> calls = new Recorder<>();
            Recorder<TokenLedger> oracle = new Recorder<>();
            for (int step = 0; step < STEPS; step++) {
                TokenIntent<?> intent = intents.next();
                assertThat(calls.call(0, driver().ledger(), intent))
                        .as(() -> "The answer to the last intent (empty: refused), " + driver().howToRepeat() + ", of\n"
                                + calls.history())
                        .isEqualTo(oracle.call(0, model, intent));
            }
        }
    }
}
