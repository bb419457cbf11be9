package dev.keystile.store.contract.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;

/**
 * Drives the ledger under test in the words of the contract. The verbs that set a scene fail the test where the ledger refuses.
 *
 * @param ledger the ledger under test
 * @param otherNode another node of it, or the same again
 * @param rounds how often races run
 * @param threads how many threads race
 * @param seed what is random is drawn from it
 */
record LedgerDriver(TokenLedger ledger, TokenLedger otherNode, int rounds, int threads, long seed) {

    /** A time like any other; every test begins here. */
    static final long NOW = 1_700_000_000_000L;

    /** Until when things are remembered, where a test doesn't care. */
    static final long LATER = NOW + 28 * 24 * 3_600_000L;

    String howToRepeat() {
        return "repeat it with -Dkeystile.contract.seed=" + seed;
    }

    /** Spends {@code token}, which is good. */
    TokenExchange spend(TokenReference token, ExchangePolicy policy, long nowMillis) {
        TokenExchange exchange = TestLogin.exchange(token, policy, nowMillis);
        spend(exchange);
        return exchange;
    }

    /** Makes {@code exchange} of a token that is good. */
    void spend(TokenExchange exchange) {
        assertThat(ledger.exchange(exchange)).isEqualTo(new ExchangeResult.Exchanged<>());
    }

    /** Presents {@code token} for an exchange, whatever comes of it. */
    ExchangeResult<SealedToken> present(TokenReference token, ExchangePolicy policy, long nowMillis) {
        return ledger.exchange(TestLogin.exchange(token, policy, nowMillis));
    }

    void revokeFamily(TokenReference token, long nowMillis) {
        ledger.revokeFamily(token.holder(), token.family(), nowMillis, LATER);
    }

    void revokeLoginsBefore(TokenReference token, long markMillis, long nowMillis) {
        ledger.revokeLoginsBefore(token.holder(), markMillis, nowMillis, LATER);
    }

    void assertGood(TokenReference token, long nowMillis) {
        assertStanding(token, nowMillis, TokenStanding.GOOD);
    }

    void assertSpent(TokenReference token, long nowMillis) {
        assertStanding(token, nowMillis, TokenStanding.SPENT);
    }

    void assertRevoked(TokenReference token, long nowMillis) {
        assertStanding(token, nowMillis, TokenStanding.REVOKED);
    }

    private void assertStanding(TokenReference token, long nowMillis, TokenStanding expected) {
        assertThat(ledger.standing(token, nowMillis)).isEqualTo(expected);
        assertThat(otherNode.standing(token, nowMillis)).as("on another node").isEqualTo(expected);
    }
}
