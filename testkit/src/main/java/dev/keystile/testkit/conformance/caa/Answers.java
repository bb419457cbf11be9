package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.probe.Answer;

/** The contract's answers of the Caa operations. */
final class Answers {

    static final Answer INVALID_AUTHORIZATION = Answer.message(400, "invalid authorization");
    static final Answer INVALID_SIGNATURE = Answer.message(400, "invalid signature");
    static final Answer KEY_NOT_FOUND = Answer.message(404, "apiKey not found");
    static final Answer USER_NOT_FOUND = Answer.message(404, "user not found");

    static final Answer INVALID_BODY = Answer.message(400, "invalid body");
    static final Answer INVALID_MOBILE = Answer.message(400, "invalid mobile");
    static final Answer INVALID_PASSWORD = Answer.message(400, "invalid password");
    static final Answer WRONG_LOGIN = Answer.message(400, "wrong mobile or password");

    static final Answer TOO_MANY_ATTEMPTS = Answer.message(429, "too many attempts");

    static final Answer OK = Answer.message(200, "ok");

    private Answers() {}
}
