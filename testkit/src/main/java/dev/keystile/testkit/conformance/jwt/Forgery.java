package dev.keystile.testkit.conformance.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.keystile.json.JsonWriter;
import dev.keystile.testkit.conformance.TokenFacts;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A token with claims of our choice, signed with the server's own secret. Immutable. */
final class Forgery {

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int JTI_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String header;
    private final Map<String, @Nullable Object> claims;

    private Forgery(String header, Map<String, @Nullable Object> claims) {
        this.header = header;
        this.claims = claims;
    }

    /** A token that says what {@code token} says. */
    static Forgery of(TokenText token) {
        return new Forgery(HEADER, new LinkedHashMap<>(token.claims().members()));
    }

    Forgery header(String json) {
        return new Forgery(json, claims);
    }

    Forgery with(String claim, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(claims);
        more.put(claim, value);
        return new Forgery(header, more);
    }

    Forgery without(String claim) {
        Map<String, @Nullable Object> fewer = new LinkedHashMap<>(claims);
        fewer.remove(claim);
        return new Forgery(header, fewer);
    }

    /** The payload, as JSON. */
    String payload() {
        return JsonWriter.write(claims);
    }

    String signed(TokenFacts facts) {
        return signed(facts, payload());
    }

    /** With {@code payload} in the place of the claims. */
    String signed(TokenFacts facts, String payload) {
        return signed("HmacSHA256", facts.secret(), payload);
    }

    String signed(String jcaName, byte[] secret, String payload) {
        String signingInput = TokenText.encode(header) + "." + TokenText.encode(payload);
        return signingInput + "." + TokenText.encode(mac(jcaName, secret, signingInput));
    }

    /** 16 characters that nobody has seen. */
    static String freshId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < JTI_LENGTH; i++) {
            id.append(ALPHANUMERIC.charAt(RANDOM.nextInt(ALPHANUMERIC.length())));
        }
        return id.toString();
    }

    private static byte[] mac(String jcaName, byte[] secret, String signingInput) {
        try {
            Mac mac = Mac.getInstance(jcaName);
            mac.init(new SecretKeySpec(secret, jcaName));
            return mac.doFinal(signingInput.getBytes(US_ASCII));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("This JDK has no " + jcaName + ", which every JDK has.", never);
        }
    }
}
