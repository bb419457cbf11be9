package dev.keystile.store.memory;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.memory.TokenEntry.EndedFamily;
import dev.keystile.store.memory.TokenEntry.FamilyKey;
import dev.keystile.store.memory.TokenEntry.Mark;
import dev.keystile.store.memory.TokenEntry.Spending;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import dev.keystile.store.token.TokenSuccessor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The part of a ledger that some of the holders live in. A token only ever goes from good to spent to revoked, so a reader
 * without the lock, who looks at the graver first, sees what was true at some instant of its call.
 */
final class TokenShard extends Shard<TokenEntry> {

    private final SlotTable<Spending> spendings = new SlotTable<>(Spending::hash);
    private final Map<FamilyKey, EndedFamily> endedFamilies = new ConcurrentHashMap<>();
    private final Map<TokenHolder, Mark> marks = new ConcurrentHashMap<>();

    /** How many there are of the latter two; counted before one comes and after it left, so that who sees none needs no look at them. */
    private final AtomicInteger revocations = new AtomicInteger();

    TokenStanding standing(TokenReference token, long nowMillis) {
        if (isRevoked(token, nowMillis)) {
            return TokenStanding.REVOKED;
        }
        return isSpent(token.holder(), token.tokenId(), nowMillis) ? TokenStanding.SPENT : TokenStanding.GOOD;
    }

    ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
        return change(exchange.nowMillis(), () -> {
            if (isRevoked(exchange.spent(), exchange.nowMillis())) {
                return new ExchangeResult.Unknown<>();
            }
            @Nullable
            Spending former =
                    spendingOf(exchange.spent().holder(), exchange.spent().tokenId());
            return former != null && former.countsAt(exchange.nowMillis())
                    ? presentAgain(former, exchange)
                    : spend(exchange, former);
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
        return count(() -> spendings.count(Spending::holdsSuccessor));
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
            spendings.remove(spending);
        } else if (entry instanceof EndedFamily ended) {
            endedFamilies.remove(ended.family);
            revocations.decrementAndGet();
        } else if (entry instanceof Mark mark) {
            marks.remove(mark.holder);
            revocations.decrementAndGet();
        }
    }

    /** @param former what was held of the same token, and no longer counts */
    private ExchangeResult<SealedToken> spend(TokenExchange exchange, @Nullable Spending former) {
        Spending spending = new Spending(exchange);
        if (former == null) {
            spendings.add(spending);
        } else {
            spendings.replace(former, spending);
            deadlines().remove(former);
        }
        deadlines().add(spending, spending.firstDeadline());
        return new ExchangeResult.Exchanged<>();
    }

    private ExchangeResult<SealedToken> presentAgain(Spending former, TokenExchange exchange) {
        ExchangePolicy policy = exchange.policy();
        long now = exchange.nowMillis();
        @Nullable TokenSuccessor successor = former.successorAt(now);
        @Nullable SealedToken sealed = successor == null ? null : successor.sealed();
        if (successor != null
                && sealed != null
                && policy.isGraceOpen(former.atMillis, now)
                && !isSpent(former.holder(), successor.tokenId(), now)) {
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
        if (revocations.get() == 0) {
            return false;
        }
        @Nullable Mark mark = find(marks, token.holder(), nowMillis);
        return (mark != null && token.loginAtMillis() < mark.beforeMillis)
                || find(endedFamilies, FamilyKey.of(token), nowMillis) != null;
    }

    private boolean isSpent(TokenHolder holder, String tokenId, long nowMillis) {
        @Nullable Spending spending = spendingOf(holder, tokenId);
        return spending != null && spending.countsAt(nowMillis);
    }

    private @Nullable Spending spendingOf(TokenHolder holder, String tokenId) {
        int hash = Spending.hashOf(holder, tokenId);
        return spendings.find(hash, spending -> spending.isOf(hash, holder, tokenId));
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
        @Nullable E former = entries.get(key);
        if (former == null) {
            revocations.incrementAndGet();
        } else {
            deadlines().remove(former);
        }
        entries.put(key, entry);
        deadlines().add(entry, entry.firstDeadline());
        return entry;
    }
}
