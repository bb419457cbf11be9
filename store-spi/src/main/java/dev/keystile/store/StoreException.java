package dev.keystile.store;

/**
 * A store could not answer. Services let it pass; endpoints answer as for anything unexpected, and the credential is as it was.
 * Messages never hold keys, secrets, tokens or bodies.
 */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what could not be done, and what to look at */
    public StoreException(String message) {
        super(message);
    }

    /**
     * @param message what could not be done, and what to look at
     * @param cause what the engine said
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
