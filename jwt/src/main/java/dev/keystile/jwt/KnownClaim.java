package dev.keystile.jwt;

import java.util.ArrayList;
import java.util.List;

/**
 * The claims that issuer and verifier speak of (RFC 7519, section 4.1), and our own private ones, in the order in which our issuer
 * writes them. Nobody but the issuer does.
 */
enum KnownClaim {
    SUBJECT("sub"),
    ISSUER("iss"),
    AUDIENCE("aud"),
    ISSUED_AT("iat"),
    EXPIRES_AT("exp"),
    NOT_BEFORE("nbf"),
    TOKEN_ID("jti"),
    /** The login that a token comes from. */
    FAMILY("fam"),
    /** When that login was, in milliseconds. */
    LOGIN_AT("lat");

    static final List<KnownClaim> ALL = List.of(values());

    /** What they are called, each at its place in {@link #ALL}. */
    static final List<String> NAMES = names();

    private final String jsonName;

    KnownClaim(String jsonName) {
        this.jsonName = jsonName;
    }

    String jsonName() {
        return jsonName;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (KnownClaim claim : ALL) {
            names.add(claim.jsonName);
        }
        return List.copyOf(names);
    }
}
