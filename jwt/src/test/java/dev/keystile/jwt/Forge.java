package dev.keystile.jwt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens that our issuer never would, independently of everything under test. */
final class Forge {

    private Forge() {}

    /** Header and payload as given, with a valid HMAC-SHA-256 over whatever they are. */
    static String hs256(String header, String payload, byte[] secret) {
        return hs256(utf8(header), utf8(payload), secret);
    }

    static String hs256(byte[] header, byte[] payload, byte[] secret) {
        return macOver(segment(header) + "." + segment(payload), "HmacSHA256", secret);
    }

    /** {@code signingInput} as given, with a valid MAC over it. */
    static String macOver(String signingInput, String macName, byte[] secret) {
        return signingInput + "." + segment(mac(macName, secret, utf8(signingInput)));
    }

    static byte[] mac(String macName, byte[] secret, byte[] input) {
        try {
            Mac mac = Mac.getInstance(macName);
            mac.init(new SecretKeySpec(secret, macName));
            return mac.doFinal(input);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String segment(String text) {
        return segment(utf8(text));
    }

    static String segment(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
