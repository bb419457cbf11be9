package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.CredentialStore;
import dev.keystile.store.contract.history.Recorder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Long random sequences of intents, one after the other, each answer compared with the model's. */
interface ModelChapter extends StoreUnderTest {

    /** Intents in one sequence. */
    int STEPS = 100;

    @Test
    default void randomIntentsGetTheAnswersOfTheModel() {
        Random random = new Random(driver().seed());
        TestUser user = TestUser.unique();
        List<TestUser> users = List.of(user, user.neighbour(), TestUser.unique());
        long now = NOW;
        for (int sequence = 0; sequence < driver().rounds(); sequence++) {
            for (TestUser anew : users) {
                driver().store().revokeAll(anew.id(), now);
            }
            RandomIntents intents = new RandomIntents(random, users, now);
            assertAnswersOfTheModel(intents);
            now = intents.now();
        }
    }

    private void assertAnswersOfTheModel(RandomIntents intents) {
        ReferenceModel model = new ReferenceModel();
        Recorder<CredentialStore> calls = new Recorder<>();
        Recorder<CredentialStore> oracle = new Recorder<>();
        for (int step = 0; step < STEPS; step++) {
            CredentialIntent<?> intent = intents.next(model);
            assertThat(calls.call(0, driver().store(), intent))
                    .as(() -> "The answer to the last of these (empty: refused):\n" + calls.history() + "\n"
                            + driver().howToRepeat())
                    .isEqualTo(oracle.call(0, model, intent));
        }
    }
}
