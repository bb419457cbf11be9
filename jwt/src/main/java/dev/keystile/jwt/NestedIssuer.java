package dev.keystile.jwt;

import java.util.Optional;

/**
 * The {@code iss} of services that name the address at which a token was exchanged, with the exchanged token as its last part.
 * Every exchange nests the former token once more, so such tokens grow; ours don't.
 */
final class NestedIssuer {

    private NestedIssuer() {}

    /** Whether {@code iss} is {@code issuer}, a slash, and something with the shape of a token. */
    static boolean isNestedIn(String issuer, String iss) {
        return iss.startsWith(issuer + "/")
                && tokenIn(iss)
                        .filter(token -> iss.length() == issuer.length() + 1 + token.length())
                        .isPresent();
    }

    /** The token at the end of {@code iss}, if there is one. */
    static Optional<String> tokenIn(String iss) {
        String last = iss.substring(iss.lastIndexOf('/') + 1);
        return CompactJws.split(last, last.length()).map(token -> last);
    }
}
