package dev.keystile.caa.service;

/** Why a signed request was refused: one constant for each row of the contract's table, in the order of its checks. */
public enum Refusal {
    /** No header, more than one, another scheme, or not in the one form that a header has. */
    MALFORMED,
    /** No live pair has this api key: unknown, expired, logged out, or already rotated. */
    UNKNOWN_KEY,
    /** The signature doesn't match. */
    WRONG_SIGNATURE,
    /** The signature matches, but its timestamp is too far from the server's clock. */
    OUTSIDE_WINDOW,
    /** The replay guard has seen this signature before. */
    REPLAYED,
    /** The pair's user no longer exists or is disabled; the pair has been revoked. */
    USER_GONE
}
