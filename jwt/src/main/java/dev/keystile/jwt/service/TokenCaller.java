package dev.keystile.jwt.service;

import dev.keystile.core.UserId;
import dev.keystile.jwt.VerifiedToken;
import dev.keystile.store.user.UserAccount;
import java.security.Principal;

/**
 * Proof that a request came with a token that holds: signed by us, in time, neither spent nor revoked, of a user who exists and
 * isn't disabled. Only {@link Tokens} and {@link BearerTokens} make one.
 */
public final class TokenCaller implements TokenAuthentication, Principal {

    private final VerifiedToken token;
    private final UserAccount account;

    TokenCaller(VerifiedToken token, UserAccount account) {
        this.token = token;
        this.account = account;
    }

    /** Who presented the token. */
    public UserId userId() {
        return account.id();
    }

    /** The id of who presented the token, for servers that know callers by {@link Principal}. */
    @Override
    public String getName() {
        return userId().value();
    }

    /** The presenter as the user directory showed it for this request. */
    public UserAccount account() {
        return account;
    }

    /** The token's claims. */
    public VerifiedToken token() {
        return token;
    }

    @Override
    public String toString() {
        return "TokenCaller[" + userId() + ", " + token + "]";
    }
}
