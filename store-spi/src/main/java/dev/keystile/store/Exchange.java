package dev.keystile.store;

import dev.keystile.core.ExchangePolicy;

/**
 * The intent to spend one credential and have another succeed it.
 *
 * @param spent what was presented
 * @param successor what shall live: the presented credential's {@link StoredCredential#successor}
 * @param policy grace window and reuse detection, as they are at this exchange
 * @param nowMillis when the exchange happens
 */
public record Exchange(Lookup spent, StoredCredential successor, ExchangePolicy policy, long nowMillis) {

    /** @throws IllegalArgumentException if the successor is another user's */
    public Exchange {
        if (!spent.tag().equals(successor.lookup().tag())) {
            throw new IllegalArgumentException("A successor belongs to the user of the credential that it succeeds.");
        }
    }

    /**
     * The first millisecond at which a credential that this exchange spends is remembered no longer: never beyond its own
     * expiry, and at once under a strict policy.
     */
    public long remembersUntilMillis(StoredCredential presented) {
        return policy.reuseDetection()
                ? presented.expiresAtMillis()
                : Math.min(
                        presented.expiresAtMillis(),
                        nowMillis + policy.graceWindow().toMillis());
    }
}
