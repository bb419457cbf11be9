package dev.keystile.jwt;

import java.util.Arrays;
import java.util.Optional;

/**
 * The signature algorithms of RFC 7518, RFC 8037 and RFC 9864 that we speak. A key is bound to one of them when it is made; a
 * token never chooses. There is no {@code none} here, so there is nothing to switch off.
 */
public enum TokenAlgorithm {
    /** HMAC with SHA-256; a secret of 32 bytes or more. */
    HS256("HS256", Family.HMAC, 32),
    /** HMAC with SHA-384; a secret of 48 bytes or more. */
    HS384("HS384", Family.HMAC, 48),
    /** HMAC with SHA-512; a secret of 64 bytes or more. */
    HS512("HS512", Family.HMAC, 64),
    /** RSASSA-PKCS1-v1_5 with SHA-256; 2048 bits or more. */
    RS256("RS256", Family.RSA, 256),
    /** RSASSA-PKCS1-v1_5 with SHA-384; 2048 bits or more. */
    RS384("RS384", Family.RSA, 256),
    /** RSASSA-PKCS1-v1_5 with SHA-512; 2048 bits or more. */
    RS512("RS512", Family.RSA, 256),
    /** RSASSA-PSS with SHA-256; 2048 bits or more. */
    PS256("PS256", Family.RSA, 256),
    /** RSASSA-PSS with SHA-384; 2048 bits or more. */
    PS384("PS384", Family.RSA, 256),
    /** RSASSA-PSS with SHA-512; 2048 bits or more. */
    PS512("PS512", Family.RSA, 256),
    /** ECDSA on P-256 with SHA-256. */
    ES256("ES256", Family.EC, 64),
    /** ECDSA on P-384 with SHA-384. */
    ES384("ES384", Family.EC, 96),
    /** ECDSA on P-521 with SHA-512. */
    ES512("ES512", Family.EC, 132),
    /** Ed25519 under the name that RFC 9864 gives it; prefer it to {@link #EDDSA}. */
    ED25519("Ed25519", Family.ED25519, 64),
    /** Ed25519 under the name that RFC 8037 gave it, for peers that know no other. */
    EDDSA("EdDSA", Family.ED25519, 64);

    /** Which kind of key an algorithm takes. */
    enum Family {
        HMAC,
        RSA,
        EC,
        ED25519
    }

    private final String jwsName;
    private final Family family;
    private final int size;

    TokenAlgorithm(String jwsName, Family family, int size) {
        this.jwsName = jwsName;
        this.family = family;
        this.size = size;
    }

    /** The name in the {@code alg} header member, exact to the case. */
    public String jwsName() {
        return jwsName;
    }

    Family family() {
        return family;
    }

    /** The bytes of a signature; for RSA the least number of them, for HMAC also the least size of the secret. */
    int size() {
        return size;
    }

    void requireHmac() {
        if (family != Family.HMAC) {
            throw new IllegalArgumentException(
                    jwsName + " signs with a private key, not with a secret; use TokenKey.signing.");
        }
    }

    static Optional<TokenAlgorithm> named(String jwsName) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.jwsName.equals(jwsName))
                .findFirst();
    }
}
