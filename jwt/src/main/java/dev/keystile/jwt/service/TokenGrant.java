package dev.keystile.jwt.service;

import dev.keystile.core.UserProfile;
import dev.keystile.store.user.UserAccount;

/** A token for the client to keep. {@link #reveal()} is the only way out; {@link #toString()} shows the user alone. */
public final class TokenGrant implements TokenLoginResult, TokenRefreshResult {

    private final String compact;
    private final UserAccount account;

    TokenGrant(String compact, UserAccount account) {
        this.compact = compact;
        this.account = account;
    }

    /** The token as the client is handed it, in the clear. */
    public String reveal() {
        return compact;
    }

    /** Whom it was issued to, as the user directory showed it just now. */
    public UserAccount account() {
        return account;
    }

    /** What the directory tells of that user. */
    public UserProfile profile() {
        return account.profile();
    }

    @Override
    public String toString() {
        return "TokenGrant[" + account.id() + ", redacted]";
    }
}
