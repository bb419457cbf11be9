package dev.keystile.store.contract;

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
import dev.keystile.store.contract.history.Intent;

/** The intents of a {@link CredentialStore}, as values that can be asked of a store and of its model, and printed. */
sealed interface CredentialIntent<R> extends Intent<CredentialStore, R> {

    @Override
    default String describe(Object answer) {
        return Names.ofAnswer(answer);
    }

    record Issue(StoredCredential candidate, LoginPolicy policy, long nowMillis)
            implements CredentialIntent<IssueResult> {

        @Override
        public IssueResult on(CredentialStore store) {
            return store.issue(candidate, policy, nowMillis);
        }

        @Override
        public String toString() {
            return "issue %s under %s at %d".formatted(Names.of(candidate), policy, nowMillis);
        }
    }

    record Find(Lookup lookup, long nowMillis) implements CredentialIntent<FindResult> {

        @Override
        public FindResult on(CredentialStore store) {
            return store.find(lookup, nowMillis);
        }

        @Override
        public String toString() {
            return "find %s at %d".formatted(Names.of(lookup), nowMillis);
        }
    }

    record Refresh(Exchange exchange) implements CredentialIntent<ExchangeResult<StoredCredential>> {

        @Override
        public ExchangeResult<StoredCredential> on(CredentialStore store) {
            return store.exchange(exchange);
        }

        @Override
        public String toString() {
            return "exchange %s for %s under %s at %d"
                    .formatted(
                            Names.of(exchange.spent()),
                            Names.of(exchange.successor()),
                            exchange.policy(),
                            exchange.nowMillis());
        }
    }

    record Revoke(UserId user, FamilyId family, long nowMillis) implements CredentialIntent<Boolean> {

        @Override
        public Boolean on(CredentialStore store) {
            return store.revoke(user, family, nowMillis);
        }

        @Override
        public String toString() {
            return "revoke family %s of %s at %d".formatted(family, user, nowMillis);
        }
    }

    record RevokeAll(UserId user, long nowMillis) implements CredentialIntent<Integer> {

        @Override
        public Integer on(CredentialStore store) {
            return store.revokeAll(user, nowMillis);
        }

        @Override
        public String toString() {
            return "revoke all of %s at %d".formatted(user, nowMillis);
        }
    }
}
