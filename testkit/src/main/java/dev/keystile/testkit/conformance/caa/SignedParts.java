package dev.keystile.testkit.conformance.caa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * The parts of a Caa header, to be put together rightly or wrongly.
 *
 * @param apiKey the key
 * @param signature the signature, in base64
 * @param timestamp the time
 */
record SignedParts(String apiKey, String signature, String timestamp) {

    String inner() {
        return apiKey + ":" + signature + " " + timestamp;
    }

    String header() {
        return headerAround(inner());
    }

    SignedParts withKey(String other) {
        return new SignedParts(other, signature, timestamp);
    }

    SignedParts withSignature(String other) {
        return new SignedParts(apiKey, other, timestamp);
    }

    SignedParts withSignature(byte[] other) {
        return withSignature(base64(other));
    }

    SignedParts withTimestamp(String other) {
        return new SignedParts(apiKey, signature, other);
    }

    byte[] signatureBytes() {
        return Base64.getDecoder().decode(signature);
    }

    static String headerAround(String inner) {
        return "Caa " + base64(inner.getBytes(UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Masked: key and signature are credentials. */
    @Override
    public String toString() {
        return "SignedParts[redacted, " + timestamp + "]";
    }
}
