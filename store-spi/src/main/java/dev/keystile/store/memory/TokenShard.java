package dev.keystile.store.memory;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.memory.TokenEntry.EndedFamily;
import dev.keystile.store.memory.TokenEntry.FamilyKey;
import dev.keystile.store.memory.TokenEntry.Mark;
import dev.keystile.store.memory.TokenEntry.Spending;
import dev.keystile.store.memory.TokenEntry.TokenKey;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of a ledger that some of the holders live in. A token only ever goes from good to spent to revoked, so a reader
 * without the lock, who looks at the graver first, sees what was true at some instant of its call.
 */
final class TokenShard extends Shard<TokenEntry> {

    private final Map<TokenKey, Spending> spendings = new ConcurrentHashMap<>();
    private final Map<FamilyKey, EndedFamily> endedFamilies = new ConcurrentHashMap<>();
    private final Map<TokenHolder, Mark> marks = new ConcurrentHashMap<>();

    TokenStanding standing(TokenReference token, long nowMillis) {
        if (isRevoked(token, nowMillis)) {
            return TokenStanding.REVOKED;
        }
        return find(spendings, TokenKey.of(token), nowMillis) == null ? TokenStanding.GOOD : TokenStanding.SPENT;
    }

    ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
        return change(exchange.nowMillis(), () -> {
            if (isRevoked(exchange.spent(), exchange.nowMillis())) {
                return new ExchangeResult.Unknown<>();
            }
            @Nullable Spending former = find(spendings, TokenKey.of(exchange.spent()), exchange.nowMillis());
            return former == null ? spend(exchange) : presentAgain(former, exchange);
        });
    }

    void revokeFamily(TokenHolder holder, FamilyId family, long nowMillis, long untilMillis) {
        change(nowMillis, () -> endFamily(new FamilyKey(holder, family), nowMillis, untilMillis));
    }

    void revokeLoginsBefore(TokenHolder holder, long markMillis, long nowMillis, long untilMillis) {
        change(nowMillis, () -> {
            @Nullable Mark former = find(marks, holder, nowMillis);
            Mark mark = former == null
                    ? new Mark(holder, markMillis, untilMillis)
                    : new Mark(
                            holder,
                            Math.max(former.beforeMillis, markMillis),
                            Math.max(former.untilMillis(), untilMillis));
            return keep(marks, holder, mark);
        });
    }

    int successors() {
        return count(() -> (int)
                spendings.values().stream().filter(Spending::holdsSuccessor).count());
    }

    @Override
    void forget(TokenEntry entry) {
        if (entry instanceof Spending spending && spending.holdsSuccessor()) {
            spending.dropSuccessor();
            deadlines().reschedule(spending, spending.untilMillis());
            return;
        }
        deadlines().remove(entry);
        if (entry instanceof Spending spending) {
            spendings.remove(spending.token);
        } else if (entry instanceof EndedFamily ended) {
            endedFamilies.remove(ended.family);
        } else if (entry instanceof Mark mark) {
            marks.remove(mark.holder);
        }
    }

    private ExchangeResult<SealedToken> spend(TokenExchange exchange) {
        Spending spending = new Spending(exchange);
        keep(spendings, spending.token, spending);
        return new ExchangeResult.Exchanged<>();
    }

    private ExchangeResult<SealedToken> presentAgain(Spending former, TokenExchange exchange) {
        ExchangePolicy policy = exchange.policy();
        long now = exchange.nowMillis();
        @Nullable SealedToken sealed = former.sealedAt(now);
        if (sealed != null
                && policy.isGraceOpen(former.atMillis, now)
                && find(spendings, former.successor, now) == null) {
            return new ExchangeResult.Raced<>(sealed);
        }
        if (!policy.reuseDetection()) {
            return new ExchangeResult.Unknown<>();
        }
        boolean theft = policy.isTheft(former.atMillis, now);
        if (theft) {
            endFamily(FamilyKey.of(exchange.spent()), now, exchange.familyUntilMillis());
        }
        return new ExchangeResult.Reused<>(theft);
    }

    private boolean isRevoked(TokenReference token, long nowMillis) {
        @Nullable Mark mark = find(marks, token.holder(), nowMillis);
        return (mark != null && token.loginAtMillis() < mark.beforeMillis)
                || find(endedFamilies, FamilyKey.of(token), nowMillis) != null;
    }

    private EndedFamily endFamily(FamilyKey family, long nowMillis, long untilMillis) {
        @Nullable EndedFamily former = find(endedFamilies, family, nowMillis);
        long until = former == null ? untilMillis : Math.max(former.untilMillis(), untilMillis);
        return keep(endedFamilies, family, new EndedFamily(family, until));
    }

    /** What is held under {@code key}, if it still counts; whether what doesn't has left by now is nobody's business. */
    private static <K, E extends TokenEntry> @Nullable E find(Map<K, E> entries, K key, long nowMillis) {
        @Nullable E entry = entries.get(key);
        return entry != null && entry.countsAt(nowMillis) ? entry : null;
    }

    /** Puts {@code entry} in the place of what was there, which never is without something in it. */
    private <K, E extends TokenEntry> E keep(Map<K, E> entries, K key, E entry) {
        @Nullable E former = entries.put(key, entry);
        if (former != null) {
            deadlines().remove(former);
        }
        deadlines().add(entry, entry.firstDeadline());
        return entry;
    }
}
