package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.NOW;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenSuccessor;
import java.time.Duration;

/** A token that is made up, and what can be done with it. */
record TestToken(TokenReference reference) {

    /** How long after {@link TestLogin#NOW} any token can be presented. */
    static final long WINDOW = Duration.ofDays(28).toMillis();

    private static final RandomBytes RANDOM = RandomBytes.secure();

    static TestToken of(UserId user) {
        TokenHolder holder = new TokenHolder(user, "test");
        return new TestToken(new TokenReference(holder, FamilyId.random(RANDOM), tokenId(), NOW));
    }

    TokenExchange exchange(ExchangePolicy policy, long nowMillis) {
        TokenSuccessor successor = new TokenSuccessor(tokenId(), SealedToken.of(RANDOM.next(200)));
        return new TokenExchange(reference, successor, policy, nowMillis, nowMillis + WINDOW, nowMillis + WINDOW);
    }

    void revokeFamily(TokenLedger ledger) {
        ledger.revokeFamily(reference.holder(), reference.family(), NOW, NOW + WINDOW);
    }

    void revokeLogins(TokenLedger ledger) {
        ledger.revokeLoginsBefore(reference.holder(), NOW + 1, NOW, NOW + WINDOW);
    }

    private static String tokenId() {
        return RANDOM.alphanumeric(16);
    }
}
