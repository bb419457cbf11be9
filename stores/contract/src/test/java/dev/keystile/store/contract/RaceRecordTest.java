package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.contract.history.Call;
import dev.keystile.store.contract.history.History;
import dev.keystile.store.contract.history.Intent;
import dev.keystile.store.contract.history.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That each named invariant speaks up by its name, on histories made by hand. */
class RaceRecordTest {

    private final TestUser user = TestUser.unique();
    private final StoredCredential pair = user.login(NOW);
    private final StoredCredential successor = user.successorOf(pair, NOW);
    private final List<Call<CredentialStore>> calls = new ArrayList<>();

    @Test
    void aPairThatWasSpentTwice() {
        refreshed(successor);
        refreshed(user.successorOf(pair, NOW));

        assertBroken("a pair was spent twice", List.of());
    }

    @Test
    void twoLivePairsOfOneFamily() {
        assertBroken("two pairs of one family are alive", List.of(pair, successor));
    }

    @Test
    void aRevokedPairThatIsAlive() {
        call(new CredentialIntent.Revoke(user.id(), pair.family(), NOW), true);
        found(pair);

        assertBroken("what was revoked is alive", List.of());
    }

    @Test
    void aGenerationThatDecreased() {
        found(successor);
        found(pair);

        assertBroken("a generation decreased", List.of());
    }

    @Test
    void answersThatFitNoOrder() {
        found(pair);

        assertBroken("There is no order of these calls", List.of());
    }

    @Test
    void theLastPairThatIsGone() {
        refreshed(successor);

        assertThatThrownBy(() -> new RaceRecord(new History<>(calls), List.of()).assertLastPairLives())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("acknowledged last");
    }

    private void refreshed(StoredCredential to) {
        Exchange exchange = new Exchange(pair.lookup(), to, ExchangePolicy.strict(), NOW);
        call(new CredentialIntent.Refresh(exchange), new ExchangeResult.Exchanged<>());
    }

    private void found(StoredCredential credential) {
        call(new CredentialIntent.Find(credential.lookup(), NOW), new FindResult.Live(credential));
    }

    private void call(Intent<CredentialStore, ?> intent, Object answer) {
        long tick = 2L * calls.size();
        calls.add(new Call<>(1, intent, tick, tick + 1, new Outcome.Answered<>(answer)));
    }

    private void assertBroken(String invariant, List<StoredCredential> survivors) {
        RaceRecord race = new RaceRecord(new History<>(calls), survivors);
        assertThatThrownBy(race::assertInvariants)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(invariant);
    }
}
