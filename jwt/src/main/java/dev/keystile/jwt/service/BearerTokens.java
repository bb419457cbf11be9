package dev.keystile.jwt.service;

import dev.keystile.core.UserId;
import dev.keystile.jwt.KeyRing;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;

/**
 * The Bearer dialect: tokens that live for half an hour and may be exchanged while they do.
 *
 * <p>Made by {@link #builder}; safe for use by many threads. Refusals are values. What is thrown is either a
 * {@link dev.keystile.store.StoreException} or the user directory's own exception; answer those as an unexpected failure, the
 * token is then as it was.
 */
public final class BearerTokens {

    private final TokenDesk desk;

    BearerTokens(BearerTokensBuilder settings) {
        this.desk = new TokenDesk(TokenDialect.BEARER, settings.rules(), settings);
    }

    /**
     * Tokens signed by {@code keys}, whose {@code iss} is {@code issuer} and whose {@code aud} is {@code audience}; what speaks
     * against them is kept in {@code ledger}. Every other setting is at its safe default.
     */
    public static BearerTokensBuilder builder(
            KeyRing keys, String issuer, String audience, TokenLedger ledger, UserDirectory users) {
        return new BearerTokensBuilder(keys, issuer, audience, ledger, users);
    }

    /** As {@link #login(String, String, String)}, for callers who don't know where the client is. */
    public TokenLoginResult login(String username, String password) {
        return login(username, password, "");
    }

    /**
     * Logs a user in by name and the password as it was typed.
     *
     * @param clientAddress where the client is, for the throttle; empty if that isn't known. Behind a proxy it is what the proxy
     *     says, and never what the client says of itself
     */
    public TokenLoginResult login(String username, String password, String clientAddress) {
        return desk.login(username, password, clientAddress);
    }

    /**
     * A token for a user whom the application has authenticated by means of its own. The login begins with this call; look the
     * user up just before it.
     */
    public TokenGrant issue(UserAccount user) {
        return desk.issue(user);
    }

    /** Whether {@code token} holds now. */
    public TokenAuthentication verify(String token) {
        return desk.verify(token);
    }

    /** Turns {@code token} into a new one, exactly once: of any number of exchanges of one token, one is granted. */
    public TokenRefreshResult exchange(String token) {
        return desk.exchange(token);
    }

    /**
     * Ends the login that {@code token} comes from, whichever of its tokens is the latest by now.
     *
     * @return whether it was a genuine token; nothing happens for any other, or for one that nobody could use any more
     */
    public boolean revoke(String token) {
        return desk.revoke(token);
    }

    /**
     * Ends every login of {@code user} up to this millisecond: after a password change, a theft, or by an administrator. Tokens
     * of the other dialect are its own to revoke.
     */
    public void revokeAll(UserId user) {
        desk.revokeAll(user);
    }

    /**
     * Tells a developer, stage by stage, why {@code token} would be accepted or refused. Asks directory and ledger, and changes
     * nothing. The signature is masked, but it says more than a client may know: keep it in logs of developers.
     */
    public String explain(String token) {
        return desk.explain(token);
    }
}
