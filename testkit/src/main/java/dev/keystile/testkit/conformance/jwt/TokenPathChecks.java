package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import java.io.IOException;

/** The token as a segment of the path: {@code PATCH /tokens/:token}. */
final class TokenPathChecks {

    private static final Exchange EXCHANGE = Exchange.BY_PATH;

    private TokenPathChecks() {}

    static Chapter chapter() {
        return Chapter.of("The /tokens dialect", EXCHANGE.need())
                .check(
                        "tokens.refresh.encoded",
                        "the token in the path, decoded once",
                        "a token whose first character is percent-encoded",
                        probe -> session(probe).exchange(at(probe, encodeFirst(token(probe)))))
                .check(
                        "tokens.refresh.twice-encoded",
                        "the token in the path, decoded once -> " + Answers.INVALID_TOKEN,
                        "a token whose first character is percent-encoded twice",
                        probe -> probe.expect(
                                Answers.INVALID_TOKEN,
                                at(probe, encodeFirst(token(probe)).replace("%", "%25"))))
                .check(
                        "tokens.refresh.trailing-slash",
                        "no other path is routed with a trailing slash -> 4xx",
                        "a token and a slash behind it",
                        probe -> probe.expectClientError(at(probe, token(probe) + "/")))
                .check(
                        "tokens.refresh.encoded-slash",
                        "a token has no slash in it -> 4xx",
                        "a token and a percent-encoded slash behind it",
                        probe -> probe.expectClientError(at(probe, token(probe) + "%2F")));
    }

    private static TokenSession session(Probe probe) {
        return TokenSession.of(probe, EXCHANGE);
    }

    private static String token(Probe probe) throws IOException {
        return session(probe).token().text();
    }

    private static WireRequest at(Probe probe, String segment) {
        return WireRequest.of("PATCH", probe.target().prefix() + "/tokens/" + segment);
    }

    private static String encodeFirst(String token) {
        return String.format("%%%02X", (int) token.charAt(0)) + token.substring(1);
    }
}
