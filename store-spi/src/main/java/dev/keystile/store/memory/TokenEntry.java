package dev.keystile.store.memory;

import dev.keystile.core.FamilyId;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import org.jspecify.annotations.Nullable;

/**
 * Something that a {@link TokenShard} holds against tokens, until nobody can present what it speaks against any more. Changes
 * under its shard's lock alone, and only in what readers without the lock don't look at.
 */
abstract sealed class TokenEntry extends Deadlines.Item {

    private final long untilMillis;

    TokenEntry(long untilMillis) {
        this.untilMillis = untilMillis;
    }

    final long untilMillis() {
        return untilMillis;
    }

    final boolean countsAt(long nowMillis) {
        return nowMillis < untilMillis;
    }

    /** When the shard has to do something about it. */
    long firstDeadline() {
        return untilMillis;
    }

    /** Names a token within a shard. */
    record TokenKey(TokenHolder holder, String tokenId) {

        static TokenKey of(TokenReference token) {
            return new TokenKey(token.holder(), token.tokenId());
        }
    }

    /** Names a login within a shard. */
    record FamilyKey(TokenHolder holder, FamilyId family) {

        static FamilyKey of(TokenReference token) {
            return new FamilyKey(token.holder(), token.family());
        }
    }

    /** An exchange that happened. Due twice: when its grace window ends it lets the successor go, and stays. */
    static final class Spending extends TokenEntry {

        final TokenKey token;
        final TokenKey successor;
        final long atMillis;
        final long graceEndsMillis;
        private @Nullable SealedToken sealed;

        Spending(TokenExchange exchange) {
            super(exchange.spentUntilMillis());
            this.token = TokenKey.of(exchange.spent());
            this.successor = new TokenKey(token.holder(), exchange.successor().tokenId());
            this.atMillis = exchange.nowMillis();
            this.graceEndsMillis = exchange.graceEndsMillis();
            this.sealed = graceEndsMillis > atMillis ? exchange.successor().sealed() : null;
        }

        @Override
        long firstDeadline() {
            return sealed == null ? untilMillis() : Math.min(graceEndsMillis, untilMillis());
        }

        /** The sealed successor, while the window of this exchange is open. */
        @Nullable
        SealedToken sealedAt(long nowMillis) {
            return nowMillis < graceEndsMillis ? sealed : null;
        }

        boolean holdsSuccessor() {
            return sealed != null;
        }

        void dropSuccessor() {
            sealed = null;
        }
    }

    /** A login that was ended. */
    static final class EndedFamily extends TokenEntry {

        final FamilyKey family;

        EndedFamily(FamilyKey family, long untilMillis) {
            super(untilMillis);
            this.family = family;
        }
    }

    /** Every login of a holder before a time was ended. */
    static final class Mark extends TokenEntry {

        final TokenHolder holder;
        final long beforeMillis;

        Mark(TokenHolder holder, long beforeMillis, long untilMillis) {
            super(untilMillis);
            this.holder = holder;
            this.beforeMillis = beforeMillis;
        }
    }
}
