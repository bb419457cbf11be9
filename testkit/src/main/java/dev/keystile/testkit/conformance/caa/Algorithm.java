package dev.keystile.testkit.conformance.caa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a Caa signature is computed, written down from the contract's table. */
enum Algorithm {
    HMAC_SHA1("HmacSHA1"),
    HMAC_SHA256("HmacSHA256"),
    SHA1_DIGEST("SHA-1");

    private final String jcaName;

    Algorithm(String jcaName) {
        this.jcaName = jcaName;
    }

    byte[] sign(String action, Pair pair, String timestamp) {
        String before = "?action=" + action + "&apiKey=" + pair.apiKey();
        String after = "&timestamp=" + timestamp;
        return this == SHA1_DIGEST
                ? sha1(before + "&secretKey=" + pair.secretKey() + after)
                : hmac(jcaName, pair.secretKey().getBytes(UTF_8), before + after);
    }

    static byte[] hmac(String jcaName, byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(jcaName);
            mac.init(new SecretKeySpec(key, jcaName));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("This JDK has no " + jcaName + ", which every JDK has.", never);
        }
    }

    private static byte[] sha1(String message) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(message.getBytes(UTF_8));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("This JDK has no SHA-1, which every JDK has.", never);
        }
    }
}
