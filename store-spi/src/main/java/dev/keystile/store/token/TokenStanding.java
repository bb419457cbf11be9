package dev.keystile.store.token;

/** What a ledger has against a token. */
public enum TokenStanding {
    /** Nothing. */
    GOOD,
    /** It was exchanged for another. */
    SPENT,
    /** It, its family, or everything of its user's from before a mark was revoked. */
    REVOKED
}
