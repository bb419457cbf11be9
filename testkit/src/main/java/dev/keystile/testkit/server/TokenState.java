package dev.keystile.testkit.server;

/** What a token can be to a server. All but {@link #VALID} authenticate nobody, so a parameterized test can ask for each. */
public enum TokenState {
    /** Accepted. */
    VALID,
    /** Expired, but still to be exchanged; in the {@code /tokens} dialect alone. */
    REFRESHABLE,
    /** Expired, and past any refresh window. */
    EXPIRED,
    /** Exchanged before. */
    SPENT,
    /** Logged out. */
    REVOKED,
    /** Says what a valid token says, signed with another key. */
    FORGED,
    /** A valid token of the other dialect. */
    WRONG_KIND
}
