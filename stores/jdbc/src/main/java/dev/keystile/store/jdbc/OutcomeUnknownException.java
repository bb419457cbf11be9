package dev.keystile.store.jdbc;

import dev.keystile.store.StoreException;

/**
 * The connection went before the answer came, or the answer was that a standby may not have it: perhaps it happened. Whoever
 * catches this looks before answering.
 */
final class OutcomeUnknownException extends StoreException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
