package dev.keystile.testkit.server;

/** What a key pair can be to a server. All but {@link #VALID} are refused, so a parameterized test can ask for each. */
public enum PairState {
    /** Accepted. */
    VALID,
    /** Its life is over. */
    EXPIRED,
    /** Refreshed before, longer ago than any grace window. */
    SPENT,
    /** Logged out. */
    REVOKED,
    /** The api key of a live pair, with a secret of somebody else's. */
    FORGED,
    /** Never issued by this server. */
    UNKNOWN
}
