package dev.keystile.testkit.conformance.http;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Need;

/**
 * Clauses that nobody can prove from outside. They are named, and reported as not run, so that no report looks more complete
 * than it is.
 */
final class InsideChecks {

    private final Chapter chapter = Chapter.of("Inside");

    private InsideChecks() {}

    static Chapter chapter() {
        InsideChecks checks = new InsideChecks();
        checks.caa();
        checks.jwt();
        checks.all();
        return checks.chapter;
    }

    private void caa() {
        clause("inside.caa.expired", "an expired pair -> 404 apiKey not found", "a clock", Operation.CAA_LOGIN);
        clause(
                "inside.caa.unexpected",
                "anything unexpected -> 500 Internal Server Error",
                "a broken store",
                Operation.CAA_LOGIN);
        clause(
                "inside.caa.reuse",
                "reuse detection, later than 60 s after the exchange",
                "a clock",
                Operation.REFRESH_KEYS);
        clause(
                "inside.caa.same-work",
                "the same work for wrong mobile, wrong password and disabled user",
                "a count of hashes",
                Operation.CAA_LOGIN);
    }

    private void jwt() {
        clause("inside.tokens.unexpected", "unexpected -> 500 服务器错误", "a broken store", Operation.TOKENS_LOGIN);
        clause("inside.tokens.revoked", "a revoked token -> 401", "a revocation by API", Operation.TOKENS_LOGIN);
        clause(
                "inside.tokens.same-work",
                "the same work for wrong login and wrong password",
                "a count of hashes",
                Operation.TOKENS_LOGIN);
        clause(
                "inside.bearer.unexpected",
                "unexpected -> 400 服务器暂时无法处理请求。",
                "a broken store",
                Operation.BEARER_REFRESH);
        clause("inside.bearer.revoked", "a revoked token -> 401", "a revocation by API", Operation.BEARER_REFRESH);
    }

    private void all() {
        clause(
                "inside.logs",
                "no secret, password, whole token or signature in a log line",
                "the log",
                Operation.values());
    }

    private void clause(String id, String clause, String needed, Operation... operations) {
        Need outside = Need.of("can't be proved from outside, it takes " + needed, target -> false);
        chapter.check(id, clause, "nothing", probe -> {}, Need.anyMounted(operations), outside);
    }
}
