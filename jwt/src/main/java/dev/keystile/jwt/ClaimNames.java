package dev.keystile.jwt;

import java.util.List;

/** The claims that issuer and verifier speak of (RFC 7519, section 4.1), and our own private ones. */
final class ClaimNames {

    static final String SUBJECT = "sub";
    static final String ISSUER = "iss";
    static final String AUDIENCE = "aud";
    static final String ISSUED_AT = "iat";
    static final String EXPIRES_AT = "exp";
    static final String NOT_BEFORE = "nbf";
    static final String TOKEN_ID = "jti";
    /** The login that a token comes from. */
    static final String FAMILY = "fam";
    /** When that login was, in milliseconds. */
    static final String LOGIN_AT = "lat";

    /** Nobody but the issuer writes these. */
    static final List<String> RESERVED =
            List.of(SUBJECT, ISSUER, AUDIENCE, ISSUED_AT, EXPIRES_AT, NOT_BEFORE, TOKEN_ID, FAMILY, LOGIN_AT);

    private ClaimNames() {}
}
