package dev.keystile.store.contract.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.ExchangeResult;
import dev.keystile.store.contract.history.History;
import dev.keystile.store.contract.history.History.Seen;
import dev.keystile.store.contract.history.Linearizability;
import dev.keystile.store.contract.token.TokenIntent.Spend;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import java.util.List;

/**
 * One login's history of a race, and which tokens survived. Asserts what no race may break; every failure prints the history.
 *
 * @param history every call, the ones before and after the race included
 * @param survivors what was granted and is good after the race
 */
record TokenRaceRecord(History<TokenLedger> history, List<TokenReference> survivors) {

    /** What holds after every race, the telling invariants first and the one that implies them all last. */
    void assertInvariants() {
        assertThat(history.seen(Spend.class, ExchangeResult.Exchanged.class)
                        .<Spend>map(Seen::intent)
                        .map(won -> won.exchange().spent().tokenId()))
                .as(() -> "It must not be that a token was spent twice:\n" + history)
                .doesNotHaveDuplicates();
        assertThat(survivors)
                .as(() -> "It must not be that two tokens of one login are good:\n" + history)
                .hasSizeLessThan(2);
        assertThat(Linearizability.holds(new TokenModel(), history))
                .as(() -> "There is no order of these calls in which each happens in one instant:\n" + history)
                .isTrue();
    }

    /** That of the calls that were made, {@code count} were answered with a {@code kind}. */
    void assertAnswers(Class<?> kind, int count) {
        assertThat(history.seen(Spend.class, kind))
                .as(() -> "The answers that are " + kind.getSimpleName() + " in\n" + history)
                .hasSize(count);
    }

    void assertSurvivors(int count) {
        assertThat(survivors).as(() -> "The survivors of\n" + history).hasSize(count);
    }
}
