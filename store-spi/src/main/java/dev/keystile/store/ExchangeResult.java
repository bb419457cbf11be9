package dev.keystile.store;

/**
 * What became of an exchange. Of any number of exchanges of one credential exactly one is {@link Exchanged}.
 *
 * @param <S> what a store hands back of a successor
 */
public sealed interface ExchangeResult<S> {

    /** This caller won: the presented credential is spent, the successor lives. */
    record Exchanged<S>() implements ExchangeResult<S> {}

    /**
     * Somebody won a moment ago and the grace window is open: here is the successor that lives. The window is open while
     * {@code now < exchange + graceWindow} and the successor is neither exchanged nor revoked nor expired. A {@code now}
     * before the exchange, of a node whose clock is behind, is inside.
     */
    record Raced<S>(S successor) implements ExchangeResult<S> {}

    /**
     * Spent before and no window open. Told only under reuse detection, while the spent credential has not expired.
     *
     * @param familyRevoked whether this very call ended the family, as {@link CredentialStore#revoke} does, because more than
     *     60 seconds had passed and a credential of it was alive
     */
    record Reused<S>(boolean familyRevoked) implements ExchangeResult<S> {}

    /** Never seen, expired, revoked, or spent and forgotten. Nothing changed. */
    record Unknown<S>() implements ExchangeResult<S> {}
}
