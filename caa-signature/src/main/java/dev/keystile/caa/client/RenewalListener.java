package dev.keystile.caa.client;

import dev.keystile.core.ApiKeyPair;

/**
 * Is told what becomes of a client's pair, so that it outlives the process. Called by whichever thread caused it, one call at a
 * time, while others wait for the new pair: be quick, and wait for no other thread's request.
 */
@FunctionalInterface
public interface RenewalListener {

    /**
     * A refresh brought {@code pair}; the one before is spent. Called before any request is signed with it, so whoever keeps it
     * here never loses it to a crash that comes later.
     *
     * <p>What this throws is thrown to the caller whose request caused the refresh; the pair is in use all the same.
     */
    void renewed(ApiKeyPair pair);

    /**
     * The server no longer knows {@code pair}, and nothing can be done but to log in again and to hand the new pair to
     * {@link CaaSession#replace}. Called once for a pair. Does nothing unless overridden; the caller sees the refusal in any case.
     */
    default void ended(ApiKeyPair pair) {}
}
