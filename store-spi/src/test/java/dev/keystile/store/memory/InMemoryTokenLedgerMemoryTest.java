package dev.keystile.store.memory;

import static dev.keystile.store.memory.Logins.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import dev.keystile.store.token.TokenSuccessor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That memory follows what could still be presented, and that no call pays for what others left. */
class InMemoryTokenLedgerMemoryTest {

    /** A change lets go of a bite in its own shard and of one in the shard whose turn it is. */
    private static final int MOST_AT_ONCE = 2 * Shard.BITE;

    private static final long HOUR = 3_600_000;
    private static final long GRACE = 10_000;
    private static final ExchangePolicy LENIENT = ExchangePolicy.strict().withGraceWindow(Duration.ofMillis(GRACE));

    private final InMemoryTokenLedger ledger = new InMemoryTokenLedger();

    @Test
    void aHundredThousandEntriesThatAreOverLeaveWhileOthersCall() {
        for (int user = 0; user < 50_000; user++) {
            spend(user, "jti", ExchangePolicy.strict(), NOW, NOW + 1);
        }
        for (int user = 0; user < 30_000; user++) {
            ledger.revokeFamily(holder(user), new FamilyId("fam"), NOW, NOW + 1);
        }
        for (int user = 0; user < 20_000; user++) {
            ledger.revokeLoginsBefore(holder(user), NOW, NOW, NOW + 1);
        }
        assertThat(ledger.entries()).isEqualTo(100_000);

        keepBusy(20_000, NOW + 1);

        assertThat(ledger.entries()).isEqualTo(1);
    }

    @Test
    void noCallLetsGoOfMoreThanTwoBites() {
        for (int user = 0; user < 20_000; user++) {
            spend(user, "jti", ExchangePolicy.strict(), NOW, NOW + 1);
        }

        for (int call = 0; call < 500; call++) {
            int before = ledger.entries();
            spend(call, "next", ExchangePolicy.strict(), NOW + 1, NOW + HOUR);
            assertThat(before + 1 - ledger.entries()).isLessThanOrEqualTo(MOST_AT_ONCE);
        }
    }

    @Test
    void toAskForAStandingLetsGoOfNothingAndKeepsNothing() {
        spend(1, "jti", ExchangePolicy.strict(), NOW, NOW + 1);

        assertThat(ledger.standing(token(1, "jti"), NOW + 1)).isEqualTo(TokenStanding.GOOD);
        assertThat(ledger.standing(token(2, "jti"), NOW + 1)).isEqualTo(TokenStanding.GOOD);

        assertThat(ledger.entries()).isEqualTo(1);
    }

    @Test
    void aSealedSuccessorLeavesWhenItsWindowEndsAndTheSpentTokenStays() {
        for (int user = 0; user < 1000; user++) {
            spend(user, "jti", LENIENT, NOW, NOW + HOUR);
        }
        assertThat(ledger.successors()).isEqualTo(1000);

        keepBusy(2000, NOW + GRACE - 1);
        assertThat(ledger.successors()).isEqualTo(1000);

        keepBusy(2000, NOW + GRACE);
        assertThat(ledger.successors()).isZero();
        assertThat(ledger.entries()).isEqualTo(1001);
        assertThat(ledger.standing(token(999, "jti"), NOW + GRACE)).isEqualTo(TokenStanding.SPENT);
    }

    @Test
    void withoutAWindowNoSuccessorIsKeptThoughOneIsHandedIn() {
        ledger.exchange(new TokenExchange(
                token(1, "jti"),
                new TokenSuccessor("next", SealedToken.of(new byte[16])),
                ExchangePolicy.strict(),
                NOW,
                NOW + HOUR,
                NOW + HOUR));

        assertThat(ledger.successors()).isZero();
    }

    @Test
    void aTokenThatIsOverBeforeItsWindowLeavesWithItsSuccessor() {
        spend(1, "jti", LENIENT, NOW, NOW + 1);

        keepBusy(1000, NOW + 1);

        assertThat(ledger.successors()).isZero();
        assertThat(ledger.entries()).isEqualTo(1);
    }

    @Test
    void whoKeepsRefreshingKeepsNoMoreThanCouldBePresented() {
        for (int second = 0; second < 1000; second++) {
            long now = NOW + second * 1000L;
            spend(1, "jti-" + second, ExchangePolicy.strict(), now, now + 10_000);
        }

        assertThat(ledger.entries()).isEqualTo(10);
    }

    @Test
    void aFamilyThatIsRevokedAgainAndAgainIsKeptOnce() {
        for (int i = 0; i < 1000; i++) {
            ledger.revokeFamily(holder(1), new FamilyId("fam"), NOW + i, NOW + HOUR + i);
            ledger.revokeLoginsBefore(holder(1), NOW + i, NOW + i, NOW + HOUR + i);
        }

        assertThat(ledger.entries()).isEqualTo(2);
    }

    @Test
    void aTokenThatIsSpentAnewIsKeptOnce() {
        spend(1, "jti", ExchangePolicy.strict(), NOW, NOW + 1);
        spend(1, "jti", LENIENT, NOW + 1, NOW + HOUR);

        assertThat(ledger.entries()).isEqualTo(1);
    }

    /** Changes by somebody whose entry is always the same one. */
    private void keepBusy(int calls, long nowMillis) {
        for (int call = 0; call < calls; call++) {
            ledger.revokeFamily(holder(-1), new FamilyId("busy"), nowMillis, nowMillis + HOUR);
        }
    }

    private void spend(int user, String id, ExchangePolicy policy, long nowMillis, long untilMillis) {
        SealedToken sealed = policy.graceWindow().isZero() ? null : SealedToken.of(new byte[16]);
        ledger.exchange(new TokenExchange(
                token(user, id), new TokenSuccessor(id + "+", sealed), policy, nowMillis, untilMillis, untilMillis));
    }

    private static TokenReference token(int user, String id) {
        return new TokenReference(holder(user), new FamilyId("fam"), id, NOW);
    }

    private static TokenHolder holder(int user) {
        return new TokenHolder(Logins.user(user), "tokens");
    }
}
