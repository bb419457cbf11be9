package dev.keystile.jwt;

import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the schemes of RS256 to PS512, and refuses keys that sign nothing worth having. */
final class RsaScheme {

    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 16_384;
    private static final int LAST_ROCA_PRIME = 167;
    private static final BigInteger ROCA_GENERATOR = BigInteger.valueOf(65_537);

    private RsaScheme() {}

    static SignatureScheme of(TokenAlgorithm algorithm, RSAPublicKey publicKey, @Nullable PrivateKey privateKey) {
        requireSound(algorithm, publicKey.getModulus(), publicKey.getPublicExponent());
        return new NimbusScheme(
                algorithm,
                (publicKey.getModulus().bitLength() + 7) / 8,
                new RSASSAVerifier(publicKey),
                privateKey == null ? null : new RSASSASigner(privateKey),
                publicMembers(publicKey));
    }

    private static void requireSound(TokenAlgorithm algorithm, BigInteger modulus, BigInteger exponent) {
        int bits = modulus.bitLength();
        if (bits < LEAST_BITS || bits > MOST_BITS) {
            throw unsound(algorithm, "a modulus of " + LEAST_BITS + " to " + MOST_BITS + " bits, this one has " + bits);
        }
        if (exponent.compareTo(BigInteger.valueOf(3)) < 0 || !exponent.testBit(0)) {
            throw unsound(algorithm, "an odd public exponent of 3 or more");
        }
        if (!modulus.testBit(0)) {
            throw unsound(algorithm, "an odd modulus");
        }
        if (isRoca(modulus)) {
            throw unsound(
                    algorithm,
                    "a modulus whose factors can't be told from its form (CVE-2017-15361), unlike this one's");
        }
    }

    private static IllegalArgumentException unsound(TokenAlgorithm algorithm, String rule) {
        return new IllegalArgumentException(algorithm.jwsName() + " needs " + rule
                + "; make a new key with \"openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072\".");
    }

    /**
     * The fingerprint of CVE-2017-15361: the factors are congruent to powers of 65537 modulo every small prime, so the modulus is
     * too. A modulus of any other origin shows this once in two hundred million.
     */
    private static boolean isRoca(BigInteger modulus) {
        BigInteger prime = BigInteger.valueOf(3);
        while (prime.intValue() <= LAST_ROCA_PRIME) {
            if (!isPowerOfGenerator(modulus.mod(prime), prime)) {
                return false;
            }
            prime = prime.nextProbablePrime();
        }
        return true;
    }

    private static boolean isPowerOfGenerator(BigInteger residue, BigInteger prime) {
        BigInteger power = BigInteger.ONE;
        do {
            if (power.equals(residue)) {
                return true;
            }
            power = power.multiply(ROCA_GENERATOR).mod(prime);
        } while (!power.equals(BigInteger.ONE));
        return false;
    }

    private static Map<String, String> publicMembers(RSAPublicKey key) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kty", "RSA");
        members.put("n", Base64URL.encode(key.getModulus()).toString());
        members.put("e", Base64URL.encode(key.getPublicExponent()).toString());
        return members;
    }
}
