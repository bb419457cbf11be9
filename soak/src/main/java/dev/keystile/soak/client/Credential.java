package dev.keystile.soak.client;

import dev.keystile.caa.CaaSigner;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A pair or a token, and until when it is good. */
final class Credential {

    private final String key;
    private final String secret;
    private final long goodUntilMillis;
    private final long exchangeableUntilMillis;

    private Credential(String key, String secret, long goodUntilMillis, long exchangeableUntilMillis) {
        this.key = key;
        this.secret = secret;
        this.goodUntilMillis = goodUntilMillis;
        this.exchangeableUntilMillis = exchangeableUntilMillis;
    }

    static Credential pair(String apiKey, String secretKey, long expiry) {
        return new Credential(apiKey, secretKey, expiry, expiry);
    }

    /** A token that may be exchanged until {@code windowSeconds} after its {@code iat}; with none, as long as it is good. */
    static Credential token(String token, long windowSeconds) {
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        Reply claims = new Reply(0, payload);
        long expiry = 1000 * claims.number("exp").orElseThrow();
        long window = windowSeconds == 0 ? expiry : 1000 * (claims.number("iat").orElseThrow() + windowSeconds);
        return new Credential(token, "", expiry, window);
    }

    String token() {
        return key;
    }

    String signed(String action) {
        return CaaSigner.of(key, secret).sign(action);
    }

    long goodUntilMillis() {
        return goodUntilMillis;
    }

    long exchangeableUntilMillis() {
        return exchangeableUntilMillis;
    }

    /** By what was granted, not by how it looks. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Credential that
                && key.equals(that.key)
                && secret.equals(that.secret)
                && goodUntilMillis == that.goodUntilMillis;
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** Enough to tell one from another in a report, and nothing to use. */
    @Override
    public String toString() {
        return "#" + Integer.toHexString(hashCode());
    }
}
