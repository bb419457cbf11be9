package dev.keystile.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.util.Map;

/** Makes the schemes of HS256, HS384 and HS512. */
final class HmacScheme {

    private HmacScheme() {}

    /** The caller has checked the strength of {@code secret}. */
    static SignatureScheme of(TokenAlgorithm algorithm, HmacSecret secret) {
        byte[] key = secret.bytes();
        try {
            return new NimbusScheme(algorithm, algorithm.size(), new MACVerifier(key), new MACSigner(key), Map.of());
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("The secret is too short for " + algorithm.jwsName() + ".", tooShort);
        }
    }
}
