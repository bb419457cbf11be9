package dev.keystile.testkit.conformance.caa;

import static dev.keystile.testkit.conformance.caa.LoginBody.quote;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.conformance.probe.Proof;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Logins of those who may not: one answer for all of them, and nothing of the request in it. */
final class LoginRefusalChecks {

    private static final String WRONG = "wrong mobile, wrong password or a disabled user -> " + Answers.WRONG_LOGIN;
    private static final String SAME = "the same for wrong mobile, wrong password and a disabled user";
    private static final String UNKNOWN_MOBILE = quote("10000000000");
    private static final String OTHER_MD5 = quote("0123456789abcdef0123456789abcdef");
    private static final String MD5_OF_NOTHING = quote("d41d8cd98f00b204e9800998ecf8427e");

    private LoginRefusalChecks() {}

    static Chapter chapter() {
        return Chapter.of("Login", Need.mounted(Operation.CAA_LOGIN))
                .check("login.wrong.password", WRONG, "another MD5", refuses(LoginRefusalChecks::wrongPassword))
                .check(
                        "login.wrong.empty-password",
                        WRONG,
                        "the MD5 of the empty string (L11)",
                        refuses(probe -> rightBody(probe).withPassword(MD5_OF_NOTHING)))
                .check("login.wrong.mobile", WRONG, "an unknown mobile", refuses(LoginRefusalChecks::wrongMobile))
                .check(
                        "login.wrong.disabled",
                        WRONG,
                        "the disabled user with the right password",
                        refuses(LoginRefusalChecks::disabledUser),
                        Need.DISABLED_USER)
                .check(
                        "login.alike.mobile",
                        SAME,
                        "wrong mobile against wrong password: status, header lines and body (L34)",
                        alike(LoginRefusalChecks::wrongMobile))
                .check(
                        "login.alike.disabled",
                        SAME,
                        "disabled user against wrong password: status, header lines and body",
                        alike(LoginRefusalChecks::disabledUser),
                        Need.DISABLED_USER)
                .check(
                        "login.no-echo",
                        "never an echo of the value",
                        "wrong and ill-formed logins: no value of theirs in the head or the body of the answers",
                        LoginRefusalChecks::noEcho);
    }

    private static Proof refuses(Function<Probe, LoginBody> body) {
        return probe -> probe.expect(Answers.WRONG_LOGIN, request(probe, body.apply(probe)));
    }

    private static Proof alike(Function<Probe, LoginBody> body) {
        return probe -> probe.expectAlike(request(probe, wrongPassword(probe)), request(probe, body.apply(probe)));
    }

    private static void noEcho(Probe probe) throws IOException {
        List<LoginBody> bodies = List.of(
                new LoginBody(quote("17012345678"), OTHER_MD5),
                new LoginBody(quote("17012345678x"), OTHER_MD5),
                new LoginBody(quote("17012345678"), quote("0123456789abcdefx")));
        for (LoginBody body : bodies) {
            WireResponse response = probe.send(request(probe, body));
            boolean inHead = response.headers().stream().anyMatch(header -> isEcho(header.value()));
            if (inHead || isEcho(response.text())) {
                throw new Discrepancy(
                        "nothing of the request in the answer", response.status() + " with a value in it");
            }
        }
    }

    private static boolean isEcho(String text) {
        return text.contains("17012345678") || text.contains("0123456789abcdef");
    }

    private static LoginBody rightBody(Probe probe) {
        return LoginBody.of(probe.target().user());
    }

    private static LoginBody wrongPassword(Probe probe) {
        return rightBody(probe).withPassword(OTHER_MD5);
    }

    private static LoginBody wrongMobile(Probe probe) {
        return rightBody(probe).withMobile(UNKNOWN_MOBILE);
    }

    private static LoginBody disabledUser(Probe probe) {
        return LoginBody.of(probe.target().disabledUser().orElseThrow());
    }

    private static WireRequest request(Probe probe, LoginBody body) {
        return probe.at(Operation.CAA_LOGIN).json(body.text());
    }
}
