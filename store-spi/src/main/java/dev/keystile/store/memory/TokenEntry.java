package dev.keystile.store.memory;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
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
     * every token that was spent, so it is its own entry of its table, keeps the ids that our issuers draw in itself, and names no
     * successor that nobody will be handed.
     */
    static final class Spending extends TokenEntry {

        private static final int PLAIN_LENGTH = 2 * Long.BYTES;
        private static final int LATIN_1 = 0xFF;

        private final int hash;
        private final UserId user;
        private final String kind;
        private final long plainIdStart;
        private final long plainIdEnd;
        private final @Nullable String otherId;
        final long atMillis;
        final long graceEndsMillis;
        private @Nullable TokenSuccessor successor;

        Spending(TokenExchange exchange) {
            super(exchange.spentUntilMillis());
            TokenReference spent = exchange.spent();
            this.hash = hashOf(spent.holder(), spent.tokenId());
            this.user = spent.holder().user();
            this.kind = spent.holder().kind();
            boolean plain = isPlain(spent.tokenId());
            this.plainIdStart = plain ? eightCharacters(spent.tokenId(), 0) : 0;
            this.plainIdEnd = plain ? eightCharacters(spent.tokenId(), Long.BYTES) : 0;
            this.otherId = plain ? null : spent.tokenId();
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
            return this.hash == hash && isNamed(tokenId) && user.equals(holder.user()) && kind.equals(holder.kind());
        }

        private boolean isNamed(String tokenId) {
            return otherId != null
                    ? otherId.equals(tokenId)
                    : isPlain(tokenId)
                            && plainIdStart == eightCharacters(tokenId, 0)
                            && plainIdEnd == eightCharacters(tokenId, Long.BYTES);
        }

        /** Whether an id is of the kind that our issuers draw, which fits into two numbers. */
        private static boolean isPlain(String tokenId) {
            if (tokenId.length() != PLAIN_LENGTH) {
                return false;
            }
            int all = 0;
            for (int i = 0; i < PLAIN_LENGTH; i++) {
                all |= tokenId.charAt(i);
            }
            return all <= LATIN_1;
        }

        private static long eightCharacters(String text, int start) {
            long characters = 0;
            for (int i = start; i < start + Long.BYTES; i++) {
                characters = characters << Byte.SIZE | text.charAt(i);
            }
            return characters;
        }

        @Override
        long firstDeadline() {
            return successor == null ? untilMillis() : Math.min(graceEndsMillis, untilMillis());
        }

        TokenHolder holder() {
            return new TokenHolder(user, kind);
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
