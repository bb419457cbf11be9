package dev.keystile.caa.service;

import dev.keystile.caa.CaaAlgorithm;
import dev.keystile.caa.VerifiedSignature;
import dev.keystile.core.ApiKey;
import dev.keystile.core.UserId;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.user.UserAccount;
import java.security.Principal;
import java.time.Instant;

/**
 * Proof that a request was signed, in time, with a live pair of a user who exists and isn't disabled. Only {@link CaaKeys} makes
 * one.
 */
public final class AuthenticatedCaller implements Authentication, Principal {

    private final VerifiedSignature signature;
    private final StoredCredential credential;
    private final UserAccount account;

    AuthenticatedCaller(VerifiedSignature signature, StoredCredential credential, UserAccount account) {
        this.signature = signature;
        this.credential = credential;
        this.account = account;
    }

    /** Who signed. */
    public UserId userId() {
        return account.id();
    }

    /** The id of who signed, for servers that know callers by {@link Principal}. */
    @Override
    public String getName() {
        return userId().value();
    }

    /** The signer as the user directory showed it for this request. */
    public UserAccount account() {
        return account;
    }

    /** What was signed for. */
    public String action() {
        return signature.action();
    }

    /** The key that the request was signed with. */
    public ApiKey apiKey() {
        return signature.header().apiKey();
    }

    /** The algorithm that matched; tells a server how many of its clients still use a legacy one. */
    public CaaAlgorithm algorithm() {
        return signature.algorithm();
    }

    /** Until when the pair lives. */
    public Instant expiresAt() {
        return Instant.ofEpochMilli(credential.expiresAtMillis());
    }

    @Override
    public String toString() {
        return "AuthenticatedCaller[" + userId() + ", " + signature + "]";
    }
}
