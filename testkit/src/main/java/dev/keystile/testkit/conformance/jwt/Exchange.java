package dev.keystile.testkit.conformance.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A way to exchange a token for the next.
 *
 * @param name what ids of checks call it
 * @param dialect the kind of token
 * @param operation where it is
 * @param request the request that carries a token
 */
record Exchange(String name, Dialect dialect, Operation operation, BiFunction<Probe, String, WireRequest> request) {

    static final Exchange BY_PATH = new Exchange(
            "tokens.refresh",
            Dialect.TOKENS,
            Operation.TOKENS_REFRESH,
            (probe, token) -> WireRequest.of("PATCH", probe.target().prefix() + "/tokens/" + encode(token)));

    static final Exchange BY_HEADER = new Exchange(
            "tokens.refresh-by-header",
            Dialect.TOKENS,
            Operation.TOKENS_REFRESH_BY_HEADER,
            (probe, token) -> probe.at(Operation.TOKENS_REFRESH_BY_HEADER).header("Authorization", "Bearer " + token));

    static final Exchange BEARER = new Exchange(
            "bearer.refresh",
            Dialect.BEARER,
            Operation.BEARER_REFRESH,
            (probe, token) -> probe.at(Operation.BEARER_REFRESH).header("Authorization", "Bearer " + token));

    static List<Exchange> all() {
        return List.of(BY_PATH, BY_HEADER, BEARER);
    }

    /** That it is there, and a login to get a token from. */
    Need need() {
        return Need.mounted(dialect.login(), operation);
    }

    /** {@code token} as one segment of a path: what a URI has no place for is percent-encoded. */
    private static String encode(String token) {
        StringBuilder segment = new StringBuilder();
        for (byte next : token.getBytes(UTF_8)) {
            if (isUnreserved(next)) {
                segment.append((char) next);
            } else {
                segment.append(String.format("%%%02X", next));
            }
        }
        return segment.toString();
    }

    private static boolean isUnreserved(byte next) {
        return (next >= 'A' && next <= 'Z')
                || (next >= 'a' && next <= 'z')
                || (next >= '0' && next <= '9')
                || "-._~".indexOf(next) >= 0;
    }
}
