package dev.keystile.store.contract;

import static dev.keystile.store.contract.Bite.assertCaught;

import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** That the kit bites: stores that are right as long as nobody else calls are caught by the race that is named after it. */
class RacyStoresTest {

    private static final LoginPolicy SIDE_BY_SIDE = LoginPolicy.independent(1000);

    @Test
    void anExchangeThatChecksFirstAndActsLaterIsCaught() {
        CredentialStore broken = new LockedModel() {
            @Override
            public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
                if (!(find(exchange.spent(), exchange.nowMillis()) instanceof FindResult.Live)) {
                    return super.exchange(exchange);
                }
                pause();
                if (!(super.exchange(exchange) instanceof ExchangeResult.Exchanged)) {
                    issue(exchange.successor(), SIDE_BY_SIDE, exchange.nowMillis());
                }
                return new ExchangeResult.Exchanged<>();
            }
        };

        assertCaught(
                broken,
                CredentialStoreContract::ofManyRefreshesWithOnePairExactlyOneWins,
                "It must not be that a pair was spent twice");
    }

    @Test
    void aRefreshThatBringsBackWhatWasRevokedIsCaught() {
        CredentialStore broken = new LockedModel() {
            private final Object refreshes = new Object();

            @Override
            public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
                synchronized (refreshes) {
                    boolean live = find(exchange.spent(), exchange.nowMillis()) instanceof FindResult.Live;
                    pause();
                    if (live && !(super.exchange(exchange) instanceof ExchangeResult.Exchanged)) {
                        issue(exchange.successor(), SIDE_BY_SIDE, exchange.nowMillis());
                    }
                    return live ? new ExchangeResult.Exchanged<>() : super.exchange(exchange);
                }
            }
        };

        assertCaught(
                broken,
                CredentialStoreContract::noRefreshOutlivesALogout,
                "It must not be that what was revoked is alive");
    }

    @Test
    void aLoginThatLooksFirstAndIssuesLaterIsCaught() {
        CredentialStore broken = new LockedModel() {
            private final Map<UserId, StoredCredential> lastOf = new ConcurrentHashMap<>();

            @Override
            public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
                StoredCredential last = lastOf.get(candidate.user());
                pause();
                if (policy instanceof LoginPolicy.Reuse && last != null) {
                    return new IssueResult.Kept(last);
                }
                lastOf.put(candidate.user(), candidate);
                return super.issue(candidate, SIDE_BY_SIDE, nowMillis);
            }
        };

        assertCaught(
                broken,
                CredentialStoreContract::ofManyLoginsUnderReuseOneIsIssuedAndAllGetItsPair,
                "There is no order");
    }

    @Test
    void aReplacingLoginThatEndsTheOthersOneByOneIsCaught() {
        CredentialStore broken = new LockedModel() {
            private final Map<UserId, Set<FamilyId>> families = new ConcurrentHashMap<>();

            @Override
            public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
                Set<FamilyId> others =
                        families.computeIfAbsent(candidate.user(), user -> ConcurrentHashMap.newKeySet());
                if (policy instanceof LoginPolicy.Replace) {
                    others.forEach(family -> {
                        revoke(candidate.user(), family, nowMillis);
                        pause();
                    });
                }
                others.add(candidate.family());
                return super.issue(candidate, SIDE_BY_SIDE, nowMillis);
            }
        };

        assertCaught(broken, CredentialStoreContract::aReaderSeesAReplacingLoginWhollyOrNotAtAll, "There is no order");
    }

    @Test
    void anEvictionThatComesBeforeTheLoginIsCaught() {
        CredentialStore broken = new LockedModel() {
            @Override
            public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
                if (policy.equals(LoginPolicy.independent(1))) {
                    revokeAll(candidate.user(), nowMillis);
                    pause();
                }
                return super.issue(candidate, policy, nowMillis);
            }
        };

        assertCaught(broken, CredentialStoreContract::aReaderSeesAnEvictingLoginWhollyOrNotAtAll, "There is no order");
    }

    @Test
    void aSuccessorThatShowsLaterThanItsPredecessorGoesIsCaught() {
        CredentialStore broken = new LockedModel() {
            private final Set<Lookup> hidden = ConcurrentHashMap.newKeySet();

            @Override
            public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
                Lookup successor = exchange.successor().lookup();
                hidden.add(successor);
                ExchangeResult<StoredCredential> result = super.exchange(exchange);
                pause();
                hidden.remove(successor);
                return result;
            }

            @Override
            public FindResult find(Lookup lookup, long nowMillis) {
                return hidden.contains(lookup) ? new FindResult.Unknown() : super.find(lookup, nowMillis);
            }
        };

        assertCaught(broken, CredentialStoreContract::aReaderSeesAnExchangeWhollyOrNotAtAll, "There is no order");
    }

    @Test
    void aRevocationOfAllThatTakesSeveralStepsIsCaught() {
        CredentialStore broken = new LockedModel() {
            private final Map<UserId, Set<FamilyId>> families = new ConcurrentHashMap<>();

            @Override
            public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
                families.computeIfAbsent(candidate.user(), user -> ConcurrentHashMap.newKeySet())
                        .add(candidate.family());
                return super.issue(candidate, policy, nowMillis);
            }

            @Override
            public int revokeAll(UserId user, long nowMillis) {
                int alive = 0;
                for (FamilyId family : families.getOrDefault(user, Set.of())) {
                    alive += revoke(user, family, nowMillis) ? 1 : 0;
                    pause();
                }
                return alive;
            }
        };

        assertCaught(broken, CredentialStoreContract::aReaderSeesAllLoginsRevokedOrNone, "There is no order");
    }
}
