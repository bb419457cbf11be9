package dev.keystile.store;

/** What a store knows of a lookup. */
public sealed interface FindResult {

    /** Alive: neither expired, nor spent, nor revoked. */
    record Live(StoredCredential credential) implements FindResult {}

    /**
     * Spent by an exchange, and remembered because the exchange's policy asked for it. It authenticates nothing; only a
     * refresh may present it again.
     */
    record Spent(StoredCredential credential) implements FindResult {}

    /** Never seen, expired, revoked, or spent and forgotten. */
    record Unknown() implements FindResult {}
}
