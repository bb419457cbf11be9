package dev.keystile.store;

/** Remembers signatures that were accepted, so that a request that is sent again is refused. Safe for use by many threads. */
public interface ReplayGuard {

    /**
     * Records {@code digest}, atomically, unless it is there already.
     *
     * @param credential the credential that signed
     * @param digest a digest of the signature and of what was signed
     * @param keepUntilMillis until when, at least, it has to be remembered
     * @param nowMillis the time of the call
     * @return whether this was the first use
     * @throws StoreException if the guard can't answer; the request is then not served
     */
    boolean isFirstUse(Lookup credential, byte[] digest, long keepUntilMillis, long nowMillis);

    /** No guard: every use counts as the first. */
    static ReplayGuard off() {
        return (credential, digest, keepUntilMillis, nowMillis) -> true;
    }
}
