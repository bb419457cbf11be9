package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import java.io.IOException;
import java.util.List;

/** The token in {@code Authorization: Bearer}: {@code PATCH /tokens} and {@code POST /user/refresh}. */
final class TokenHeaderChecks {

    private static final String RIGHT = "Authorization: Bearer %s";
    private static final String BASIC = "Authorization: Basic eDp5";

    private final Exchange exchange;
    private final Chapter chapter;

    private TokenHeaderChecks(Exchange exchange) {
        this.exchange = exchange;
        this.chapter = Chapter.of("Token exchange", exchange.need());
    }

    /** Where a header that is missing is refused as one that is wrong. */
    static Chapter ofTokens() {
        TokenHeaderChecks checks = new TokenHeaderChecks(Exchange.BY_HEADER);
        checks.absent(Answers.INVALID_TOKEN);
        checks.repeated(Answers.INVALID_TOKEN);
        return checks.chapter;
    }

    /** Where a header that is missing is refused without a word, and the path may end in a slash. */
    static Chapter ofBearer() {
        TokenHeaderChecks checks = new TokenHeaderChecks(Exchange.BEARER);
        checks.absent(Answers.BEARER_MISSING);
        checks.repeated(Answers.BEARER_REVOKED);
        return checks.chapter.check(
                "bearer.refresh.trailing-slash",
                "contract 5 is routed with a trailing slash too",
                "an exchange at /user/refresh/",
                TokenHeaderChecks::trailingSlash);
    }

    private void absent(Answer answer) {
        refuse("missing", "no header", answer, List.of());
        refuse("basic", "a header of the scheme Basic", answer, List.of(BASIC));
        refuse("caa", "a header of the scheme Caa", answer, List.of("Authorization: Caa AAAA"));
        refuse("other-scheme", "the token under the scheme Token", answer, List.of("Authorization: Token %s"));
    }

    private void repeated(Answer answer) {
        refuse("twice", "the right header twice", answer, List.of(RIGHT, RIGHT));
        refuse("before-basic", "the right header, then one of the scheme Basic", answer, List.of(RIGHT, BASIC));
        refuse("behind-basic", "a header of the scheme Basic, then the right one", answer, List.of(BASIC, RIGHT));
    }

    private void refuse(String id, String proof, Answer answer, List<String> lines) {
        String clause = "Authorization: Bearer, exactly once -> " + answer;
        chapter.check(exchange.name() + ".header." + id, clause, proof, probe -> {
            String token = TokenSession.of(probe, exchange).token().text();
            WireRequest request = probe.at(exchange.operation());
            for (String line : lines) {
                request = request.line(line.replace("%s", token));
            }
            probe.expect(answer, request);
        });
    }

    private static void trailingSlash(Probe probe) throws IOException {
        TokenSession session = TokenSession.of(probe, Exchange.BEARER);
        session.exchange(WireRequest.of("POST", probe.path(Operation.BEARER_REFRESH) + "/")
                .line(RIGHT.replace("%s", session.token().text())));
    }
}
