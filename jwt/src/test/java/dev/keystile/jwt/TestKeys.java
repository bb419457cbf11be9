package dev.keystile.jwt;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys that are made once a run, and are good for nothing else. */
final class TestKeys {

    private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

    private TestKeys() {}

    /** A sound key for {@code algorithm}, the same one throughout a run. */
    static TokenKey keyFor(TokenAlgorithm algorithm) {
        return algorithm.family() == TokenAlgorithm.Family.HMAC
                ? TokenKey.hmac(algorithm, HmacSecret.of(secret(algorithm.size())))
                : TokenKey.signing(algorithm, pairFor(algorithm));
    }

    static KeyPair pairFor(TokenAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> ec("secp256r1");
            case ES384 -> ec("secp384r1");
            case ES512 -> ec("secp521r1");
            case ED25519, EDDSA -> PAIRS.computeIfAbsent("Ed25519", name -> generate("Ed25519", null));
            default -> rsa(2048);
        };
    }

    static KeyPair rsa(int bits) {
        return PAIRS.computeIfAbsent(
                "RSA" + bits, name -> generate("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4)));
    }

    static KeyPair ec(String curve) {
        return PAIRS.computeIfAbsent(curve, name -> generate("EC", new ECGenParameterSpec(name)));
    }

    /** {@code length} bytes of no pattern. */
    static byte[] secret(int length) {
        return new SeededBytes(length).next(length);
    }

    private static KeyPair generate(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (parameters != null) {
                generator.initialize(parameters);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
