package dev.keystile.testkit.cli;

import dev.keystile.core.RandomBytes;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.TokenAlgorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A new key as a JSON Web Key (RFC 7517), its private half in it. */
final class NewJwk {

    private static final int LENGTH = 32;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private NewJwk() {}

    /** @throws IllegalArgumentException if it makes no keys for {@code algorithm} */
    static Map<String, Object> of(TokenAlgorithm algorithm, String kid) {
        try {
            Map<String, Object> jwk = new LinkedHashMap<>();
            switch (algorithm) {
                case HS256, HS384, HS512 -> addSecret(jwk, algorithm);
                case ES256 -> addP256(jwk);
                case ED25519, EDDSA -> addEd25519(jwk);
                default ->
                    throw new IllegalArgumentException(
                            "A ring is made for HS256, HS384, HS512, ES256 or ED25519, not for " + algorithm
                                    + "; make RSA keys with openssl.");
            }
            jwk.put("use", "sig");
            jwk.put("alg", algorithm.jwsName());
            jwk.put("kid", kid);
            return jwk;
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("This Java runtime makes no keys for " + algorithm + ".", unavailable);
        }
    }

    private static void addSecret(Map<String, Object> jwk, TokenAlgorithm algorithm) {
        String secret = HmacSecret.generate(algorithm, RandomBytes.secure()).reveal();
        jwk.put("kty", "oct");
        jwk.put("k", BASE64URL.encodeToString(Base64.getDecoder().decode(secret)));
    }

    /** RFC 7518, section 6.2. */
    private static void addP256(Map<String, Object> jwk) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        ECPublicKey point = (ECPublicKey) pair.getPublic();
        jwk.put("kty", "EC");
        jwk.put("crv", "P-256");
        jwk.put("x", number(point.getW().getAffineX()));
        jwk.put("y", number(point.getW().getAffineY()));
        jwk.put("d", number(((ECPrivateKey) pair.getPrivate()).getS()));
    }

    /** RFC 8037, section 2. The last 32 bytes of the X.509 form are the point as RFC 8032 writes it. */
    private static void addEd25519(Map<String, Object> jwk) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        jwk.put("kty", "OKP");
        jwk.put("crv", "Ed25519");
        jwk.put("x", BASE64URL.encodeToString(Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length)));
        jwk.put(
                "d",
                BASE64URL.encodeToString(
                        ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow()));
    }

    /** Big-endian, in exactly as many bytes as the curve has. */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[LENGTH];
        int length = Math.min(bytes.length, LENGTH);
        System.arraycopy(bytes, bytes.length - length, padded, LENGTH - length, length);
        return BASE64URL.encodeToString(padded);
    }
}
