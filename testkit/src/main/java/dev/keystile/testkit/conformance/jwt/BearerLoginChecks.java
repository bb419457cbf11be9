package dev.keystile.testkit.conformance.jwt;

import static dev.keystile.testkit.conformance.jwt.TokenLogin.quote;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.conformance.probe.Proof;
import dev.keystile.testkit.wire.WireRequest;
import java.util.function.Function;

/** {@code POST /user/login}: one answer for an unknown user, a wrong password and a disabled user. */
final class BearerLoginChecks {

    private static final String WRONG_OR_DISABLED = "wrong or disabled -> " + Answers.BEARER_WRONG_LOGIN;
    private static final String WRONG = quote("not the password");

    private final Chapter chapter = Chapter.of("The Bearer dialect", Need.mounted(Operation.BEARER_LOGIN));

    private BearerLoginChecks() {}

    static Chapter chapter() {
        BearerLoginChecks checks = new BearerLoginChecks();
        checks.grant();
        checks.fields();
        checks.refusals();
        return checks.chapter;
    }

    private void grant() {
        chapter.check(
                "bearer.login.grant",
                "200 with Event, StatusCode, Message and Data.bearerToken",
                "a right login: the whole text but for the token",
                probe -> TokenSession.of(probe, Dialect.BEARER).login());
    }

    private void fields() {
        malformed("empty-object", "neither member", right -> "{}");
        malformed("name-missing", "Password alone", TokenLogin::passwordAlone);
        malformed("password-missing", "Username alone", TokenLogin::loginAlone);
        malformed(
                "name-number",
                "Username as a number",
                right -> right.withLogin("1").text());
        malformed(
                "password-number",
                "Password as a number",
                right -> right.withPassword("1").text());
        malformed(
                "name-null",
                "Username as null",
                right -> right.withLogin("null").text());
        malformed(
                "password-null",
                "Password as null",
                right -> right.withPassword("null").text());
    }

    private void refusals() {
        chapter.check(
                        "bearer.login.wrong-password",
                        WRONG_OR_DISABLED,
                        "another password",
                        refuses(BearerLoginChecks::wrongPassword))
                .check(
                        "bearer.login.unknown",
                        WRONG_OR_DISABLED,
                        "an unknown name",
                        refuses(BearerLoginChecks::unknown))
                .check(
                        "bearer.login.disabled",
                        WRONG_OR_DISABLED,
                        "the disabled user with the right password",
                        refuses(BearerLoginChecks::disabledUser),
                        Need.DISABLED_USER)
                .check(
                        "bearer.login.alike",
                        "one answer for an unknown user and a wrong password",
                        "both: status, header lines and body",
                        alike(BearerLoginChecks::unknown))
                .check(
                        "bearer.login.alike-disabled",
                        "one answer for a disabled user and a wrong password",
                        "both: status, header lines and body",
                        alike(BearerLoginChecks::disabledUser),
                        Need.DISABLED_USER);
    }

    private void malformed(String id, String proof, Function<TokenLogin, String> spelling) {
        Answer answer = Answers.BEARER_MALFORMED;
        chapter.check(
                "bearer.login." + id,
                "malformed -> " + answer,
                proof,
                probe -> probe.expect(answer, request(probe, spelling.apply(right(probe)))));
    }

    private static Proof refuses(Function<Probe, TokenLogin> login) {
        return probe -> probe.expect(
                Answers.BEARER_WRONG_LOGIN, request(probe, login.apply(probe).text()));
    }

    private static Proof alike(Function<Probe, TokenLogin> login) {
        return probe -> probe.expectAlike(
                request(probe, wrongPassword(probe).text()),
                request(probe, login.apply(probe).text()));
    }

    private static TokenLogin right(Probe probe) {
        return Dialect.BEARER.loginOf(probe.target().user());
    }

    private static TokenLogin wrongPassword(Probe probe) {
        return right(probe).withPassword(WRONG);
    }

    private static TokenLogin unknown(Probe probe) {
        return right(probe).withLogin(quote("nobody"));
    }

    private static TokenLogin disabledUser(Probe probe) {
        return Dialect.BEARER.loginOf(probe.target().disabledUser().orElseThrow());
    }

    private static WireRequest request(Probe probe, String body) {
        return probe.at(Operation.BEARER_LOGIN).json(body);
    }
}
