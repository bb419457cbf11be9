package dev.keystile.testkit.conformance.caa;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;

/** A key pair as a grant has it. */
final class Pair {

    /** The pair of the scheme's published vector: well-formed, and nobody's. */
    static final Pair UNKNOWN =
            new Pair("SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=", "fz/THFXY6gbW7eWh+qKtefvgY49IR2W4v6lpTNimsd0=");

    private final String apiKey;
    private final String secretKey;

    Pair(String apiKey, String secretKey) {
        this.apiKey = apiKey;
        this.secretKey = secretKey;
    }

    String apiKey() {
        return apiKey;
    }

    String secretKey() {
        return secretKey;
    }

    /** This api key with the secret of {@code other}. */
    Pair withSecretOf(Pair other) {
        return new Pair(apiKey, other.secretKey);
    }

    /** Whether both are one pair; takes as long for any two. */
    boolean isSameAs(Pair other) {
        return MessageDigest.isEqual(bytes(), other.bytes());
    }

    private byte[] bytes() {
        return (apiKey + secretKey).getBytes(US_ASCII);
    }

    @Override
    public String toString() {
        return "Pair[redacted]";
    }
}
