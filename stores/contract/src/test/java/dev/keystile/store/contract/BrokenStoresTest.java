package dev.keystile.store.contract;

import static dev.keystile.store.contract.Bite.assertCaught;

import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.core.UserTag;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** That the kit bites: stores that are wrong also when nobody else calls are caught by the test that is named after it. */
class BrokenStoresTest {

    @Test
    void aCredentialThatLivesAMillisecondTooLongIsCaught() {
        CredentialStore broken = new LockedModel() {
            @Override
            public FindResult find(Lookup lookup, long nowMillis) {
                return super.find(lookup, nowMillis - 1);
            }
        };

        assertCaught(broken, CredentialStoreContract::aCredentialIsUnknownFromTheMillisecondOfItsExpiryOn, "Unknown");
        assertCaught(broken, CredentialStoreContract::randomIntentsGetTheAnswersOfTheModel, "contract.seed");
    }

    @Test
    void anExchangeAMillisecondTooLateIsCaught() {
        CredentialStore broken = new LockedModel() {
            @Override
            public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
                return super.exchange(at(exchange.nowMillis() - 1, exchange));
            }
        };

        assertCaught(broken, CredentialStoreContract::aPairCannotBeExchangedAtItsExpiry, "Unknown");
    }

    @Test
    void aGraceWindowThatNeverShutsIsCaught() {
        CredentialStore broken = new LockedModel() {
            private final Map<Lookup, Long> exchanges = new ConcurrentHashMap<>();

            @Override
            public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
                long first = exchanges.computeIfAbsent(exchange.spent(), spent -> exchange.nowMillis());
                return super.exchange(at(first, exchange));
            }
        };

        assertCaught(broken, CredentialStoreContract::theWindowIsShutAtItsEnd, "Unknown");
        assertCaught(broken, CredentialStoreContract::randomIntentsGetTheAnswersOfTheModel, "contract.seed");
    }

    @Test
    void aSuccessorThatIsHandedToAnyPredecessorIsCaught() {
        CredentialStore broken = new LockedModel() {
            private final Map<FamilyId, StoredCredential> newest = new ConcurrentHashMap<>();

            @Override
            public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
                FindResult presented = find(exchange.spent(), exchange.nowMillis());
                StoredCredential known = newest.get(exchange.successor().family());
                if (presented instanceof FindResult.Spent && known != null) {
                    return new ExchangeResult.Raced<>(known);
                }
                newest.put(exchange.successor().family(), exchange.successor());
                return super.exchange(exchange);
            }
        };

        assertCaught(broken, CredentialStoreContract::theWindowEndsWhenTheSuccessorIsExchanged, "Unknown");
    }

    @Test
    void aRefreshThatMakesALoginYoungerIsCaught() {
        CredentialStore broken = new LockedModel() {
            @Override
            public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
                StoredCredential made = exchange.successor();
                StoredCredential younger = new StoredCredential(
                        made.lookup(),
                        made.user(),
                        made.family(),
                        made.issuedAtMillis(),
                        made.generation(),
                        made.issuedAtMillis(),
                        made.expiresAtMillis(),
                        made.body());
                return super.exchange(new Exchange(exchange.spent(), younger, exchange.policy(), exchange.nowMillis()));
            }
        };

        assertCaught(broken, CredentialStoreContract::underIndependentARefreshMakesALoginNoYounger, "Unknown");
        assertCaught(broken, CredentialStoreContract::aSuccessorKeepsTheTimeOfItsLogin, "Live");
    }

    @Test
    void aLoginThatIsAnsweredWithANeighboursPairIsCaught() {
        CredentialStore broken = new LockedModel() {
            private final Map<UserTag, StoredCredential> lastOf = new ConcurrentHashMap<>();

            @Override
            public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
                StoredCredential last = lastOf.put(candidate.lookup().tag(), candidate);
                return policy instanceof LoginPolicy.Reuse && last != null
                        ? new IssueResult.Kept(last)
                        : super.issue(candidate, policy, nowMillis);
            }
        };

        assertCaught(broken, CredentialStoreContract::aLoginIsNotAnsweredWithAnotherUsersPair, "Issued");
    }

    @Test
    void aStoreThatTakesNoHeedOfCaseIsCaught() {
        CredentialStore broken = new LockedModel() {
            @Override
            public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
                return super.issue(
                        StoredCredential.begin(
                                folded(candidate.lookup()),
                                candidate.user(),
                                candidate.family(),
                                candidate.issuedAtMillis(),
                                candidate.expiresAtMillis(),
                                candidate.body()),
                        policy,
                        nowMillis);
            }

            @Override
            public FindResult find(Lookup lookup, long nowMillis) {
                return super.find(folded(lookup), nowMillis);
            }

            private Lookup folded(Lookup lookup) {
                String text = new String(lookup.bytes(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                return Lookup.of(lookup.tag(), text.getBytes(StandardCharsets.ISO_8859_1));
            }
        };

        assertCaught(broken, CredentialStoreContract::lookupsThatDifferInCaseAloneAreTwo, "Unknown");
    }

    @Test
    void aBodyThatLosesItsTailIsCaught() {
        CredentialStore broken = new LockedModel() {
            @Override
            public FindResult find(Lookup lookup, long nowMillis) {
                return super.find(lookup, nowMillis) instanceof FindResult.Live live
                        ? new FindResult.Live(trimmed(live.credential()))
                        : new FindResult.Unknown();
            }

            private StoredCredential trimmed(StoredCredential kept) {
                byte[] bytes = kept.body().bytes();
                int length = bytes.length;
                while (length > 1 && bytes[length - 1] == 0) {
                    length--;
                }
                CredentialBody body = CredentialBody.of(Arrays.copyOf(bytes, length));
                return StoredCredential.begin(
                        kept.lookup(), kept.user(), kept.family(), kept.issuedAtMillis(), kept.expiresAtMillis(), body);
            }
        };

        assertCaught(broken, CredentialStoreContract::aBodyThatEndsInBlanksAndZerosKeepsThem, "32");
    }

    @Test
    void aLogoutThatEndsOneCredentialInsteadOfTheFamilyIsCaught() {
        CredentialStore broken = new LockedModel() {
            private final Map<FamilyId, StoredCredential> first = new ConcurrentHashMap<>();

            @Override
            public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
                first.put(candidate.family(), candidate);
                return super.issue(candidate, policy, nowMillis);
            }

            @Override
            public boolean revoke(UserId user, FamilyId family, long nowMillis) {
                StoredCredential issued = first.get(family);
                return issued != null
                        && find(issued.lookup(), nowMillis) instanceof FindResult.Live
                        && super.revoke(user, family, nowMillis);
            }
        };

        assertCaught(broken, CredentialStoreContract::revokingEndsAFamilyThatHasMovedOn, "true");
    }

    @Test
    void aFindThatRemembersWhatItSawIsCaught() {
        CredentialStore broken = new LockedModel() {
            private final Map<Lookup, FindResult> cache = new ConcurrentHashMap<>();

            @Override
            public FindResult find(Lookup lookup, long nowMillis) {
                return cache.computeIfAbsent(lookup, missed -> super.find(lookup, nowMillis));
            }
        };

        assertCaught(broken, CredentialStoreContract::aPairThatWasFoundBeforeIsUnknownOnceItIsSpent, "Unknown");
        assertCaught(broken, CredentialStoreContract::aPairThatWasFoundBeforeIsUnknownOnceItIsRevoked, "Unknown");
    }

    private static Exchange at(long nowMillis, Exchange exchange) {
        return new Exchange(exchange.spent(), exchange.successor(), exchange.policy(), nowMillis);
    }
}
