package dev.keystile.store.contract.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenSuccessor;
import java.util.Objects;

/** A login, and the tokens and exchanges that are made up for it. */
record TestLogin(TokenHolder holder, FamilyId family, long atMillis) {

    private static final RandomBytes RANDOM = RandomBytes.secure();
    private static final String KIND = "contract";

    /** A login of a user whom no other test knows, so that a shared engine does. */
    static TestLogin unique() {
        return of(named("contract-"));
    }

    /** A unique user whose id begins with {@code prefix}. */
    static TokenHolder named(String prefix) {
        return new TokenHolder(new UserId(prefix + RANDOM.alphanumeric(16)), KIND);
    }

    static TestLogin of(TokenHolder holder) {
        return new TestLogin(holder, FamilyId.random(RANDOM), LedgerDriver.NOW);
    }

    /** Another login of the same user, at another time. */
    TestLogin another(long otherMillis) {
        return new TestLogin(holder, FamilyId.random(RANDOM), otherMillis);
    }

    /** The same names, in another user's hands or of another kind. */
    TestLogin heldBy(TokenHolder other) {
        return new TestLogin(other, family, atMillis);
    }

    /** A token of this login that no ledger has seen. */
    TokenReference token() {
        return token(RANDOM.alphanumeric(16));
    }

    TokenReference token(String id) {
        return new TokenReference(holder, family, id, atMillis);
    }

    /** An exchange of {@code spent} for a fresh successor, remembered until {@link LedgerDriver#LATER}. */
    static TokenExchange exchange(TokenReference spent, ExchangePolicy policy, long nowMillis) {
        return exchange(spent, policy, nowMillis, LedgerDriver.LATER);
    }

    /** As {@link #exchange(TokenReference, ExchangePolicy, long)}, remembered until another time. */
    static TokenExchange exchange(TokenReference spent, ExchangePolicy policy, long nowMillis, long untilMillis) {
        String id = RANDOM.alphanumeric(16);
        SealedToken sealed = SealedToken.of(id.getBytes(UTF_8));
        TokenSuccessor successor = new TokenSuccessor(id, policy.graceWindow().isZero() ? null : sealed);
        return new TokenExchange(spent, successor, policy, nowMillis, untilMillis, untilMillis);
    }

    /** What {@code exchange} made of the token that it spent. */
    static TokenReference successorOf(TokenExchange exchange) {
        return successor(exchange.spent(), exchange.successor().tokenId());
    }

    /** What {@code exchange}, under a policy with a window, has the ledger keep. */
    static SealedToken sealedBy(TokenExchange exchange) {
        return Objects.requireNonNull(exchange.successor().sealed());
    }

    /** The successor of {@code spent} that is in {@code sealed}, which the tests seal by nothing at all. */
    static TokenReference opened(TokenReference spent, SealedToken sealed) {
        return successor(spent, new String(sealed.bytes(), UTF_8));
    }

    private static TokenReference successor(TokenReference spent, String id) {
        return new TokenReference(spent.holder(), spent.family(), id, spent.loginAtMillis());
    }
}
