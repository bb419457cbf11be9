package dev.keystile.store.jdbc.fault;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenSuccessor;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A login that every JVM knows all of, from its name alone.
 *
 * @param name unique in the database
 */
record KnownLogin(String name) {

    /** A time like any other. */
    static final long NOW = 1_700_000_000_000L;

    /** When everything that is made up here ends. */
    static final long END = NOW + 3 * 24 * 3_600_000L;

    private static final int FAMILY_LENGTH = 16;

    StoredCredential first() {
        return StoredCredential.begin(lookup("first"), user(), family(), NOW, END, body("first"));
    }

    /** What {@code contender} wants to succeed {@code former}. */
    StoredCredential successorOf(StoredCredential former, String contender) {
        return former.successor(lookup(contender), body(contender), NOW, END);
    }

    TokenReference token() {
        return new TokenReference(new TokenHolder(user(), "race"), family(), "first-" + name, NOW);
    }

    /** An exchange of the token, for the one that {@code contender} wants to succeed it. */
    TokenExchange tokenExchange(String contender, ExchangePolicy policy) {
        TokenSuccessor successor =
                new TokenSuccessor(contender, SealedToken.of(body(contender).bytes()));
        return new TokenExchange(token(), successor, policy, NOW, END, END);
    }

    private UserId user() {
        return new UserId("known-" + name);
    }

    private FamilyId family() {
        return new FamilyId(DigestUtils.sha256Hex(name).substring(0, FAMILY_LENGTH));
    }

    private Lookup lookup(String what) {
        return Lookup.of(user().tag(), DigestUtils.sha256("lookup " + name + " " + what));
    }

    private CredentialBody body(String what) {
        return CredentialBody.of(DigestUtils.sha256("body " + name + " " + what));
    }
}
