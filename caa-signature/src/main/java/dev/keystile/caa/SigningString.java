package dev.keystile.caa;

import dev.keystile.core.ApiKey;

/**
 * The text that a signature is made over, nothing encoded, members in a fixed order. No two triples share a text: action, key
 * and timestamp can't hold what separates them.
 *
 * @param action what the signer wants to do
 * @param inner where the key that names the pair and the time are told
 */
record SigningString(String action, InnerText inner) {

    private static final String ACTION = "?action=";
    private static final String API_KEY = "&apiKey=";
    private static final String TIMESTAMP = "&timestamp=";

    /** @throws IllegalArgumentException if {@code action} is unfit */
    SigningString {
        CaaAction.requireFit(action);
    }

    /** @param timestamp Unix milliseconds, as 13 digits */
    SigningString(String action, ApiKey apiKey, String timestamp) {
        this(action, InnerText.of(apiKey, new byte[0], timestamp));
    }

    /** What the HMAC algorithms digest: {@link #withoutSecret} as bytes, written into {@code target}; where they end. */
    int writeTo(byte[] target, int at) {
        int end = write(ACTION, target, at);
        end = write(action, target, end);
        end = write(API_KEY, target, end);
        end = inner.writeKey(target, end);
        end = write(TIMESTAMP, target, end);
        return inner.writeTimestamp(target, end);
    }

    /** As text, what the HMAC algorithms digest. */
    String withoutSecret() {
        return ACTION + action + API_KEY + inner.key() + TIMESTAMP + inner.timestamp();
    }

    /** What the legacy digest is made over, with {@code secret} in the clear or masked. */
    String withSecret(String secret) {
        return ACTION + action + API_KEY + inner.key() + "&secretKey=" + secret + TIMESTAMP + inner.timestamp();
    }

    @SuppressWarnings("deprecation") // it drops the high half of characters, and ASCII has none
    private static int write(String ascii, byte[] target, int at) {
        ascii.getBytes(0, ascii.length(), target, at);
        return at + ascii.length();
    }
}
