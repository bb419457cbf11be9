package dev.keystile.caa.service;

import dev.keystile.caa.seal.PairSealing;
import dev.keystile.caa.seal.PairSealing.OpenedPair;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.StoredCredential;
import java.util.Optional;

/** Pairs on this side, what the store may see of them on the other. No method calls the store more than once. */
final class PairVault {

    private final CredentialStore store;
    private final PairSealing sealing;
    private final RandomBytes random;
    private final long lifetimeMillis;
    private final long longestLoginMillis;

    PairVault(CaaKeysBuilder settings) {
        this.store = settings.store;
        this.sealing = settings.sealing();
        this.random = settings.random;
        this.lifetimeMillis = settings.lifetime.toMillis();
        this.longestLoginMillis = settings.longestLogin == null ? Long.MAX_VALUE : settings.longestLogin.toMillis();
    }

    /** The pair of {@code apiKey}, alive or spent. Its own key is compared again, whatever the store thinks is equal. */
    Optional<HeldPair> find(ApiKey apiKey, long nowMillis) {
        FindResult found = store.find(sealing.lookup(apiKey), nowMillis);
        Optional<HeldPair> held = Optional.empty();
        if (found instanceof FindResult.Live live) {
            held = Optional.of(open(live.credential()));
        } else if (found instanceof FindResult.Spent spent) {
            held = Optional.of(open(spent.credential(), true));
        }
        return held.filter(pair -> pair.apiKey().equals(apiKey));
    }

    /** A pair for a login: a new one, or the live one that {@code policy} keeps. */
    HeldPair issue(UserId user, LoginPolicy policy, long nowMillis) {
        ApiKey apiKey = ApiKey.generate(user, random);
        ApiSecret secret = ApiSecret.generate(random);
        StoredCredential candidate = StoredCredential.begin(
                sealing.lookup(apiKey),
                user,
                FamilyId.random(random),
                nowMillis,
                expiry(nowMillis, nowMillis),
                sealing.seal(apiKey, secret));
        IssueResult result = store.issue(candidate, policy, nowMillis);
        return result instanceof IssueResult.Kept kept
                ? open(kept.credential())
                : new HeldPair(candidate, apiKey, secret, false);
    }

    /** Whether the login of {@code pair} has lasted as long as any may. */
    boolean isOver(HeldPair pair, long nowMillis) {
        return loginEnd(pair.stored().familyBegunAtMillis()) <= nowMillis;
    }

    /** A pair that could succeed {@code former}, whose login isn't over; it lives once {@link #exchange} says so. */
    HeldPair successorOf(HeldPair former, long nowMillis) {
        ApiKey apiKey = ApiKey.generate(former.stored().user(), random);
        ApiSecret secret = ApiSecret.generate(random);
        long expiry = expiry(former.stored().familyBegunAtMillis(), nowMillis);
        StoredCredential stored =
                former.stored().successor(sealing.lookup(apiKey), sealing.seal(apiKey, secret), nowMillis, expiry);
        return new HeldPair(stored, apiKey, secret, false);
    }

    /** Spends {@code presented} and lets {@code successor} live, or tells why not. */
    ExchangeResult<StoredCredential> exchange(
            HeldPair presented, HeldPair successor, ExchangePolicy policy, long nowMillis) {
        return store.exchange(new Exchange(presented.stored().lookup(), successor.stored(), policy, nowMillis));
    }

    /** Ends the login that {@code pair} comes from. */
    void revoke(HeldPair pair, long nowMillis) {
        store.revoke(pair.stored().user(), pair.stored().family(), nowMillis);
    }

    /** Ends every login of {@code user}. */
    int revokeAll(UserId user, long nowMillis) {
        return store.revokeAll(user, nowMillis);
    }

    /** The live pair that {@code stored} holds. */
    HeldPair open(StoredCredential stored) {
        return open(stored, false);
    }

    private HeldPair open(StoredCredential stored, boolean spent) {
        OpenedPair opened = sealing.open(stored.lookup(), stored.body());
        return new HeldPair(stored, opened.apiKey(), opened.secret(), spent);
    }

    private long expiry(long loginMillis, long nowMillis) {
        return Math.min(nowMillis + lifetimeMillis, loginEnd(loginMillis));
    }

    private long loginEnd(long loginMillis) {
        return longestLoginMillis == Long.MAX_VALUE ? Long.MAX_VALUE : loginMillis + longestLoginMillis;
    }
}
