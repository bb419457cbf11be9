package dev.keystile.store.contract;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.contract.history.SequentialModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a store does, one call after the other: a table of rows and the sentences of the SPI. Forgets nothing that has expired,
 * looks through every row for everything, and knows none of the shortcuts that real stores take, so that it shares none of
 * their mistakes. Not safe for use by threads.
 */
final class ReferenceModel implements CredentialStore, SequentialModel<ReferenceModel> {

    private static final long LATE_MILLIS = 60_000;

    private static final Comparator<StoredCredential> BY_FAMILY_ID =
            Comparator.comparing(credential -> credential.family().value());
    private static final Comparator<StoredCredential> BY_LOGIN =
            Comparator.comparingLong(StoredCredential::familyBegunAtMillis).thenComparing(BY_FAMILY_ID);
    private static final Comparator<StoredCredential> BY_ISSUE =
            Comparator.comparingLong(StoredCredential::issuedAtMillis).thenComparing(BY_FAMILY_ID);

    private final Map<Lookup, Row> rows;

    /** A credential; its spending is null until it is exchanged. */
    private record Row(
            StoredCredential credential, @Nullable Spending spending) {

        boolean isLive(long nowMillis) {
            return spending == null && credential.isAliveAt(nowMillis);
        }
    }

    private record Spending(long atMillis, long rememberedUntilMillis) {}

    ReferenceModel() {
        this(Map.of());
    }

    private ReferenceModel(Map<Lookup, Row> rows) {
        this.rows = new HashMap<>(rows);
    }

    @Override
    public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
        List<StoredCredential> live = liveOf(candidate.user(), nowMillis);
        if (policy instanceof LoginPolicy.Reuse && !live.isEmpty()) {
            return new IssueResult.Kept(live.stream().max(BY_ISSUE).orElseThrow());
        }
        requireFree(candidate.lookup());
        if (policy instanceof LoginPolicy.Replace) {
            drop(credential -> credential.user().equals(candidate.user()));
        } else if (policy instanceof LoginPolicy.Independent independent) {
            live.stream()
                    .sorted(BY_LOGIN)
                    .limit(Math.max(0, live.size() + 1 - independent.max()))
                    .forEach(oldest -> drop(credential -> isOfFamily(credential, oldest.user(), oldest.family())));
        }
        rows.put(candidate.lookup(), new Row(candidate, null));
        return new IssueResult.Issued();
    }

    @Override
    public FindResult find(Lookup lookup, long nowMillis) {
        Row row = rows.get(lookup);
        if (row == null || !row.credential().isAliveAt(nowMillis)) {
            return new FindResult.Unknown();
        }
        if (row.spending() == null) {
            return new FindResult.Live(row.credential());
        }
        return nowMillis < row.spending().rememberedUntilMillis()
                ? new FindResult.Spent(row.credential())
                : new FindResult.Unknown();
    }

    @Override
    public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
        Row presented = rows.get(exchange.spent());
        FindResult found = find(exchange.spent(), exchange.nowMillis());
        if (presented == null
                || found instanceof FindResult.Unknown
                || !isSuccession(presented, exchange.successor())) {
            return new ExchangeResult.Unknown<>();
        }
        return presented.spending() == null
                ? spend(presented.credential(), exchange)
                : presentAgain(presented.credential(), presented.spending().atMillis(), exchange);
    }

    @Override
    public boolean revoke(UserId user, FamilyId family, long nowMillis) {
        boolean alive = liveOf(user, nowMillis).stream().anyMatch(credential -> isOfFamily(credential, user, family));
        drop(credential -> isOfFamily(credential, user, family));
        return alive;
    }

    @Override
    public int revokeAll(UserId user, long nowMillis) {
        int alive = liveOf(user, nowMillis).size();
        drop(credential -> credential.user().equals(user));
        return alive;
    }

    @Override
    public ReferenceModel copy() {
        return new ReferenceModel(rows);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReferenceModel that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    private ExchangeResult<StoredCredential> spend(StoredCredential presented, Exchange exchange) {
        requireFree(exchange.successor().lookup());
        ExchangePolicy policy = exchange.policy();
        long windowEnd = exchange.nowMillis() + policy.graceWindow().toMillis();
        if (policy.reuseDetection()) {
            rows.put(exchange.spent(), new Row(presented, new Spending(exchange.nowMillis(), Long.MAX_VALUE)));
        } else if (policy.graceWindow().toMillis() > 0) {
            rows.put(exchange.spent(), new Row(presented, new Spending(exchange.nowMillis(), windowEnd)));
        } else {
            rows.remove(exchange.spent());
        }
        rows.put(exchange.successor().lookup(), new Row(exchange.successor(), null));
        return new ExchangeResult.Exchanged<>();
    }

    private ExchangeResult<StoredCredential> presentAgain(StoredCredential presented, long spentAt, Exchange exchange) {
        long now = exchange.nowMillis();
        long window = exchange.policy().graceWindow().toMillis();
        Optional<StoredCredential> live = liveOf(presented.user(), now).stream()
                .filter(credential -> isOfFamily(credential, presented.user(), presented.family()))
                .findFirst();
        if (window > 0
                && now < spentAt + window
                && live.isPresent()
                && live.get().generation() == presented.generation() + 1) {
            return new ExchangeResult.Raced<>(live.get());
        }
        if (!exchange.policy().reuseDetection()) {
            return new ExchangeResult.Unknown<>();
        }
        boolean theft = live.isPresent() && now > spentAt + LATE_MILLIS;
        if (theft) {
            drop(credential -> isOfFamily(credential, presented.user(), presented.family()));
        }
        return new ExchangeResult.Reused<>(theft);
    }

    private List<StoredCredential> liveOf(UserId user, long nowMillis) {
        return rows.values().stream()
                .filter(row -> row.isLive(nowMillis) && row.credential().user().equals(user))
                .map(Row::credential)
                .toList();
    }

    private void drop(Predicate<StoredCredential> doomed) {
        rows.values().removeIf(row -> doomed.test(row.credential()));
    }

    private void requireFree(Lookup lookup) {
        if (rows.containsKey(lookup)) {
            throw new StoreException("The lookup is taken, nothing changed.");
        }
    }

    private static boolean isOfFamily(StoredCredential credential, UserId user, FamilyId family) {
        return credential.user().equals(user) && credential.family().equals(family);
    }

    private static boolean isSuccession(Row presented, StoredCredential successor) {
        StoredCredential former = presented.credential();
        return isOfFamily(successor, former.user(), former.family())
                && successor.generation() == former.generation() + 1;
    }
}
