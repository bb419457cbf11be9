package dev.keystile.store;

/** What a login got, under its policy. */
public sealed interface IssueResult {

    /** The candidate now lives. */
    record Issued() implements IssueResult {}

    /** The user's live credential stays, as it was; the candidate was thrown away. Only under {@code Reuse}. */
    record Kept(StoredCredential credential) implements IssueResult {}
}
