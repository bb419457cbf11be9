package dev.keystile.jwt;

import dev.keystile.jwt.TokenAlgorithm.Family;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key bound to the one algorithm that it is used with, and to a {@code kid} if it has one. Weak and unsound keys are refused
 * when a {@code TokenKey} is made, so those that exist are fit to be used.
 *
 * <p>Immutable and safe for use by many threads. {@link #toString()} shows the algorithm and the {@code kid} alone.
 */
public final class TokenKey {

    private static final int LONGEST_KID = 255;

    private final TokenAlgorithm algorithm;
    private final @Nullable String kid;
    private final SignatureScheme scheme;

    private TokenKey(TokenAlgorithm algorithm, @Nullable String kid, SignatureScheme scheme) {
        this.algorithm = algorithm;
        this.kid = kid;
        this.scheme = scheme;
    }

    /**
     * A shared secret, for HS256, HS384 and HS512; it signs and verifies.
     *
     * @throws IllegalArgumentException if {@code algorithm} is another one, or {@code secret} is shorter than its digest or
     *     plainly not random
     */
    public static TokenKey hmac(TokenAlgorithm algorithm, HmacSecret secret) {
        algorithm.requireHmac();
        secret.requireStrengthFor(algorithm);
        return withoutStrengthCheck(algorithm, secret);
    }

    /** For published test vectors, some of which use secrets that nobody should have. */
    static TokenKey withoutStrengthCheck(TokenAlgorithm algorithm, HmacSecret secret) {
        return new TokenKey(algorithm, null, HmacScheme.of(algorithm, secret));
    }

    /**
     * A private key with its public half; it signs and verifies.
     *
     * @throws IllegalArgumentException if the halves don't belong together or to {@code algorithm}, or the public half is
     *     unsound: RSA under 2048 bits, with an exponent below 3 or with the form of CVE-2017-15361, or a point off its curve
     */
    public static TokenKey signing(TokenAlgorithm algorithm, KeyPair pair) {
        SignatureScheme scheme = schemeOf(algorithm, pair.getPublic(), pair.getPrivate());
        byte[] probe = "The halves of a key belong together.".getBytes(StandardCharsets.US_ASCII);
        if (!scheme.verifies(probe, scheme.sign(probe))) {
            throw new IllegalArgumentException(
                    "The private key doesn't belong to the public key; hand in the two of one pair.");
        }
        return new TokenKey(algorithm, null, scheme);
    }

    /**
     * Somebody's public key; it verifies and can't sign.
     *
     * @throws IllegalArgumentException if it is unsound, as for {@link #signing}
     */
    public static TokenKey verifying(TokenAlgorithm algorithm, PublicKey key) {
        return new TokenKey(algorithm, null, schemeOf(algorithm, key, null));
    }

    /**
     * A JSON Web Key (RFC 7517) with its {@code kid}. It signs if its private or secret half is there. URLs and certificates in
     * it are not looked at.
     *
     * @throws IllegalArgumentException if it isn't the strict JSON of a sound key, names no algorithm that we speak, or is meant
     *     for something other than signatures; the message shows nothing of the key
     */
    public static TokenKey fromJwk(String json) {
        return JwkReader.read(json);
    }

    /**
     * The same key under the name {@code kid}.
     *
     * @throws IllegalArgumentException unless {@code kid} has 1 to 255 printable ASCII characters and no space
     */
    public TokenKey withKid(String kid) {
        boolean printable = kid.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (kid.isEmpty() || kid.length() > LONGEST_KID || !printable) {
            throw new IllegalArgumentException(
                    "A kid has 1 to " + LONGEST_KID + " printable ASCII characters and no space; a date will do.");
        }
        return new TokenKey(algorithm, kid, scheme);
    }

    /** The algorithm that this key is bound to. */
    public TokenAlgorithm algorithm() {
        return algorithm;
    }

    /** The name by which tokens ask for this key. */
    public Optional<String> kid() {
        return Optional.ofNullable(kid);
    }

    /** Whether the private or secret half is here. */
    public boolean canSign() {
        return scheme.canSign();
    }

    SignatureScheme scheme() {
        return scheme;
    }

    /** What a JWK Set tells of this key; empty for a secret. */
    Map<String, Object> publicJwk() {
        Map<String, Object> jwk = new LinkedHashMap<>(scheme.publicMembers());
        if (!jwk.isEmpty()) {
            jwk.put("use", "sig");
            jwk.put("alg", algorithm.jwsName());
            kid().ifPresent(name -> jwk.put("kid", name));
        }
        return jwk;
    }

    private static SignatureScheme schemeOf(TokenAlgorithm algorithm, PublicKey key, @Nullable PrivateKey privateKey) {
        Family family = algorithm.family();
        if (family == Family.RSA && key instanceof RSAPublicKey rsa) {
            return RsaScheme.of(algorithm, rsa, privateKey);
        }
        if (family == Family.EC && key instanceof ECPublicKey ec) {
            return EcScheme.of(algorithm, ec, privateKey);
        }
        if (family == Family.ED25519 && key instanceof EdECPublicKey ed) {
            return Ed25519Scheme.of(algorithm, ed, privateKey);
        }
        throw new IllegalArgumentException(algorithm.jwsName() + " takes "
                + (family == Family.HMAC ? "a secret; use TokenKey.hmac" : "an " + family + " key")
                + ", not a public key of the kind " + key.getAlgorithm() + ".");
    }

    @Override
    public String toString() {
        return "TokenKey[" + algorithm.jwsName() + (kid == null ? "" : ", kid=" + kid) + "]";
    }
}
