package dev.keystile.jwt.endpoint;

import dev.keystile.http.AuthRequest;
import java.util.List;
import java.util.Optional;

/**
 * The token in {@code Authorization: Bearer …}. The scheme is compared without regard to case and followed by one space; what
 * stands behind it is the verifier's business.
 *
 * @param offered whether the request had a Bearer credential at all, or several headers of which one can't be picked
 * @param token the token, if there was exactly one
 */
record BearerHeader(boolean offered, Optional<String> token) {

    private static final String SCHEME = "Bearer";

    static BearerHeader of(AuthRequest request) {
        List<String> values = request.headers().all("Authorization");
        if (values.size() != 1) {
            return new BearerHeader(!values.isEmpty(), Optional.empty());
        }
        String value = values.get(0);
        if (value.equalsIgnoreCase(SCHEME)) {
            return new BearerHeader(true, Optional.empty());
        }
        String prefix = SCHEME + " ";
        boolean bearer = value.regionMatches(true, 0, prefix, 0, prefix.length());
        return new BearerHeader(bearer, bearer ? Optional.of(value.substring(prefix.length())) : Optional.empty());
    }
}
