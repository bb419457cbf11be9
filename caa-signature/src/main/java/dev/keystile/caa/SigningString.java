package dev.keystile.caa;

import dev.keystile.core.ApiKey;

/**
 * The text that a signature is made over, nothing encoded, members in a fixed order. No two triples share a text: action, key
 * and timestamp can't hold what separates them.
 *
 * @param action what the signer wants to do
 * @param apiKey the key that names the pair
 * @param timestamp Unix milliseconds, as 13 digits
 */
record SigningString(String action, ApiKey apiKey, String timestamp) {

    /** @throws IllegalArgumentException if {@code action} is unfit */
    SigningString {
        CaaAction.requireFit(action);
    }

    /** What the HMAC algorithms digest. */
    String withoutSecret() {
        return "?action=" + action + "&apiKey=" + apiKey.text() + "&timestamp=" + timestamp;
    }

    /** What the legacy digest is made over, with {@code secret} in the clear or masked. */
    String withSecret(String secret) {
        return "?action=" + action + "&apiKey=" + apiKey.text() + "&secretKey=" + secret + "&timestamp=" + timestamp;
    }
}
