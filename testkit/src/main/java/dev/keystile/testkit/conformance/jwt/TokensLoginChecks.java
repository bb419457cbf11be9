package dev.keystile.testkit.conformance.jwt;

import static dev.keystile.testkit.conformance.jwt.TokenLogin.quote;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.TestUser;
import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.conformance.probe.Proof;
import dev.keystile.testkit.wire.WireRequest;
import java.io.IOException;
import java.util.function.Function;

/** {@code POST /tokens}: who may log in, by which names, and what everybody else is told. */
final class TokensLoginChecks {

    private static final Answer NO_LOGIN = Answers.fields(Answers.NO_LOGIN);
    private static final Answer NO_PASSWORD = Answers.fields(Answers.NO_PASSWORD);
    private static final Answer NEITHER = Answers.fields(Answers.NO_LOGIN, Answers.NO_PASSWORD);
    private static final String WRONG = quote("not the password");

    private final Chapter chapter = Chapter.of("The /tokens dialect", Need.mounted(Operation.TOKENS_LOGIN));

    private TokensLoginChecks() {}

    static Chapter chapter() {
        TokensLoginChecks checks = new TokensLoginChecks();
        checks.grants();
        checks.fields();
        checks.refusals();
        checks.disabled();
        return checks.chapter;
    }

    private void grants() {
        chapter.check(
                        "tokens.login.grant",
                        "201 with token, user, ttl and refresh_ttl in minutes",
                        "a right login: the members' order and types",
                        probe -> TokenSession.of(probe, Dialect.TOKENS).login())
                .check(
                        "tokens.login.user",
                        "user is whatever the directory returns: nested objects, nulls and numbers as they are",
                        "a right login: the user's JSON text to the letter",
                        TokensLoginChecks::user,
                        Need.PROFILE)
                .check(
                        "tokens.login.names",
                        "login is a name, an e-mail address or a phone number",
                        "a right login by each name of the user and by the mobile number",
                        TokensLoginChecks::everyName)
                .check(
                        "tokens.login.order",
                        "a JSON object with login and password",
                        "password before login",
                        probe -> admit(probe, right(probe).passwordFirst()));
    }

    private void fields() {
        refuse("both-missing", "neither member", right -> "{}", NEITHER);
        refuse(
                "both-empty",
                "both empty",
                right -> right.withLogin("\"\"").withPassword("\"\"").text(),
                NEITHER);
        refuse("login-missing", "password alone", TokenLogin::passwordAlone, NO_LOGIN);
        refuse("password-missing", "login alone", TokenLogin::loginAlone, NO_PASSWORD);
        unfit("empty", "\"\"");
        unfit("null", "null");
        unfit("number", "1");
        unfit("boolean", "true");
        unfit("array", "[\"demo\"]");
        unfit("object", "{\"$ne\":1}");
    }

    private void unfit(String kind, String json) {
        refuse(
                "login-" + kind,
                "login as " + json,
                right -> right.withLogin(json).text(),
                NO_LOGIN);
        refuse(
                "password-" + kind,
                "password as " + json,
                right -> right.withPassword(json).text(),
                NO_PASSWORD);
    }

    private void refusals() {
        refuse(
                "wrong-password",
                "another password",
                right -> right.withPassword(WRONG).text(),
                Answers.WRONG_LOGIN);
        refuse(
                "unknown",
                "an unknown name",
                right -> right.withLogin(quote("nobody")).text(),
                Answers.WRONG_LOGIN);
        chapter.check(
                "tokens.login.alike",
                "the same answer for a wrong login and a wrong password",
                "both: status, header lines and body",
                probe -> probe.expectAlike(
                        request(probe, right(probe).withPassword(WRONG).text()),
                        request(probe, right(probe).withLogin(quote("nobody")).text())));
    }

    private void disabled() {
        chapter.check(
                        "tokens.login.disabled",
                        "disabled user, told only after the password was right -> " + Answers.DISABLED,
                        "the disabled user with the right password",
                        refuses(Answers.DISABLED, TokensLoginChecks::disabledUser),
                        Need.DISABLED_USER)
                .check(
                        "tokens.login.disabled-wrong",
                        "disabled user, told only after the password was right -> " + Answers.WRONG_LOGIN,
                        "the disabled user with another password",
                        refuses(
                                Answers.WRONG_LOGIN,
                                probe -> disabledUser(probe).withPassword(WRONG)),
                        Need.DISABLED_USER);
    }

    private void refuse(String id, String proof, Function<TokenLogin, String> spelling, Answer answer) {
        chapter.check(
                "tokens.login." + id,
                "login and password missing, mistyped, empty or wrong -> " + answer,
                proof,
                probe -> probe.expect(answer, request(probe, spelling.apply(right(probe)))));
    }

    private static Proof refuses(Answer answer, Function<Probe, TokenLogin> login) {
        return probe -> probe.expect(answer, request(probe, login.apply(probe).text()));
    }

    private static void user(Probe probe) throws IOException {
        String text = probe.send(request(probe, right(probe).text())).text();
        String expected = "\"user\":" + probe.target().profile().orElseThrow() + ",\"ttl\":";
        if (!text.contains(expected)) {
            throw new Discrepancy(expected, text);
        }
    }

    private static void everyName(Probe probe) throws IOException {
        TestUser user = probe.target().user();
        admit(probe, right(probe).withLogin(quote(user.mobile())).text());
        for (String name : user.names()) {
            admit(probe, right(probe).withLogin(quote(name)).text());
        }
    }

    private static void admit(Probe probe, String body) throws IOException {
        Dialect.TOKENS.login(probe.target(), probe.send(request(probe, body)));
    }

    private static TokenLogin right(Probe probe) {
        return Dialect.TOKENS.loginOf(probe.target().user());
    }

    private static TokenLogin disabledUser(Probe probe) {
        return Dialect.TOKENS.loginOf(probe.target().disabledUser().orElseThrow());
    }

    private static WireRequest request(Probe probe, String body) {
        return probe.at(Operation.TOKENS_LOGIN).json(body);
    }
}
