package dev.keystile.jwt.service;

/** Why a token was refused. On the wire most of them are one answer. */
public enum TokenRefusal implements TokenAuthentication, TokenRefreshResult {
    /** Not a token of ours and of this kind: malformed, forged, another issuer's, or not valid yet. */
    INVALID,
    /** Its time is over; at an exchange, its refresh window too. */
    EXPIRED,
    /** It was exchanged before, and no grace window is open. An exchange says so of a revoked token too. */
    SPENT,
    /** Its login, or every login of its user, was revoked. */
    REVOKED,
    /** Its user no longer exists. */
    USER_GONE,
    /** Its user is disabled; it counts again should the user be enabled while it lives. */
    USER_DISABLED
}
