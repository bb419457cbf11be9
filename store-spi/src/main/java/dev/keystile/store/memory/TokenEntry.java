package dev.keystile.store.memory;

import dev.keystile.core.FamilyId;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenSuccessor;
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

    /** Names a login within a shard. */
    record FamilyKey(TokenHolder holder, FamilyId family) {

        static FamilyKey of(TokenReference token) {
            return new FamilyKey(token.holder(), token.family());
        }
    }

    /**
     * An exchange that happened. Due twice: when its grace window ends it lets the successor go, and stays. There is one of them for
     * every token that was spent, so it is its own entry of its table, and names no successor that nobody will be handed.
     */
    static final class Spending extends TokenEntry {

        private final int hash;
        private final TokenHolder holder;
        private final String tokenId;
        final long atMillis;
        final long graceEndsMillis;
        private @Nullable TokenSuccessor successor;

        Spending(TokenExchange exchange) {
            super(exchange.spentUntilMillis());
            TokenReference spent = exchange.spent();
            this.hash = hashOf(spent.holder(), spent.tokenId());
            this.holder = spent.holder();
            this.tokenId = spent.tokenId();
            this.atMillis = exchange.nowMillis();
            this.graceEndsMillis = exchange.graceEndsMillis();
            this.successor =
                    graceEndsMillis > atMillis && exchange.successor().sealed() != null ? exchange.successor() : null;
        }

        /** A hash with its entropy in every bit. Whoever presents a token can't have chosen its id: it is signed. */
        static int hashOf(TokenHolder holder, String tokenId) {
            int hash = (holder.hashCode() * 31 + tokenId.hashCode()) * 0x9E3779B1;
            return hash ^ (hash >>> 16);
        }

        int hash() {
            return hash;
        }

        /** @param hash the {@link #hashOf} of the others, which mostly tells the answer by itself */
        boolean isOf(int hash, TokenHolder holder, String tokenId) {
            return this.hash == hash && this.tokenId.equals(tokenId) && this.holder.equals(holder);
        }

        @Override
        long firstDeadline() {
            return successor == null ? untilMillis() : Math.min(graceEndsMillis, untilMillis());
        }

        TokenHolder holder() {
            return holder;
        }

        /** The successor, sealed, while the window of this exchange is open. */
        @Nullable
        TokenSuccessor successorAt(long nowMillis) {
            return nowMillis < graceEndsMillis ? successor : null;
        }

        boolean holdsSuccessor() {
            return successor != null;
        }

        void dropSuccessor() {
            successor = null;
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
