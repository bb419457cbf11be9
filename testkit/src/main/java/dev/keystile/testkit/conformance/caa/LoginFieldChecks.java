package dev.keystile.testkit.conformance.caa;

import static dev.keystile.testkit.conformance.caa.LoginBody.quote;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Need;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a login takes for a mobile number and for a password. */
final class LoginFieldChecks {

    private static final String DIGITS = "13800138000";

    private final Chapter chapter = Chapter.of("Login", Need.mounted(Operation.CAA_LOGIN));

    private LoginFieldChecks() {}

    static Chapter chapter() {
        LoginFieldChecks checks = new LoginFieldChecks();
        checks.accepted();
        checks.missing();
        checks.mistypedMobile();
        checks.illFormedMobile();
        checks.mistypedPassword();
        checks.illFormedPassword();
        return checks.chapter;
    }

    private void accepted() {
        accept("order", "password before mobile", LoginBody::passwordFirst);
        accept("capitals", "the MD5 in capitals", body -> body.inCapitals().text());
        accept(
                "extra",
                "members beside, nested ones too (L25)",
                body -> body.and("\"roles\":[\"admin\"],\"a\":{\"b\":[null,1.5]}"));
        accept("escaped", "a digit of mobile written as an escape", LoginFieldChecks::escaped);
        accept(
                "white-space",
                "white space wherever JSON allows it",
                body -> " \r\n\t" + body.text().replace(":", " : ") + "\n");
    }

    private void missing() {
        refuse("mobile", "missing", "neither member, mobile first (L01)", body -> "{}", Answers.INVALID_MOBILE);
        refuse(
                "mobile",
                "alone-missing",
                "password alone",
                body -> "{\"password\":" + body.password() + "}",
                Answers.INVALID_MOBILE);
        refuse(
                "password",
                "missing",
                "mobile alone",
                body -> "{\"mobile\":" + body.mobile() + "}",
                Answers.INVALID_PASSWORD);
        refuse("mobile", "first", "both ill-formed", body -> "{\"password\":1,\"mobile\":1}", Answers.INVALID_MOBILE);
    }

    private void mistypedMobile() {
        mobile("null", "null (L04)", body -> "null");
        mobile("object", "an operator (L07)", body -> "{\"$ne\":1}");
        mobile("number", "the number without quotes (L08)", body -> body.substring(1, body.length() - 1));
        mobile("boolean", "true", body -> "true");
        mobile("array", "the number in an array", body -> "[" + body + "]");
    }

    private void illFormedMobile() {
        mobile("empty", "an empty string (L05)", body -> quote(""));
        mobile("ten-digits", "10 digits", body -> quote("1380013800"));
        mobile("twelve-digits", "12 digits", body -> quote("138001380000"));
        mobile("letters", "letters", body -> quote("abcdefghijk"));
        mobile("plus", "a plus sign and 10 digits", body -> quote("+8613800138"));
        mobile("space", "a space behind it", body -> body.substring(0, body.length() - 1) + " \"");
        mobile("newline", "a line break behind it", body -> body.substring(0, body.length() - 1) + "\\n\"");
        mobile("arabic-indic", "Arabic-Indic digits (L22)", body -> quote(OtherDigits.from('\u0660', DIGITS)));
        mobile("full-width", "full-width digits", body -> quote(OtherDigits.from('\uFF10', DIGITS)));
        mobile("sql", "SQL behind it (L23)", body -> body.substring(0, body.length() - 1) + "' OR 1=1 --\"");
    }

    private void mistypedPassword() {
        password("null", "null", body -> "null");
        password("boolean", "true (L10)", body -> "true");
        password("number", "a number", body -> "1");
        password("array", "the MD5 in an array", body -> "[" + body + "]");
        password("object", "an operator", body -> "{\"$ne\":1}");
    }

    private void illFormedPassword() {
        password("empty", "an empty string", body -> quote(""));
        password("31-hex", "31 hex characters", body -> quote(body.substring(2, body.length() - 1)));
        password("33-hex", "33 hex characters (L13)", body -> quote("0" + body.substring(1, body.length() - 1)));
        password("no-hex", "32 characters that aren't hex (L14)", body -> quote("g".repeat(32)));
        password("space", "a space behind it (L16)", body -> body.substring(0, body.length() - 1) + " \"");
        password("nul", "a NUL behind it (L17)", body -> body.substring(0, body.length() - 1) + "\\u0000\"");
        password("full-width", "full-width digits", body -> quote("\uFF10".repeat(32)));
        password("slow-hash", "what a store would keep (L20)", body -> quote("$pbkdf2-sha256$i=600000$c2FsdA$aGFzaA"));
        chapter.check(
                "login.password.plain",
                "password must be the 32 hex characters of an MD5 -> 400 invalid password",
                "the plain password (L19)",
                probe -> LoginTrial.refuses(
                                Answers.INVALID_PASSWORD,
                                body -> body.withPassword(
                                                quote(probe.target().user().password()))
                                        .text())
                        .run(probe));
    }

    private void mobile(String id, String proof, UnaryOperator<String> spoil) {
        refuse(
                "mobile",
                id,
                proof,
                body -> body.withMobile(spoil.apply(body.mobile())).text(),
                Answers.INVALID_MOBILE);
    }

    private void password(String id, String proof, UnaryOperator<String> spoil) {
        refuse(
                "password",
                id,
                proof,
                body -> body.withPassword(spoil.apply(body.password())).text(),
                Answers.INVALID_PASSWORD);
    }

    private void accept(String id, String proof, Function<LoginBody, String> spelling) {
        chapter.check(
                "login.accepts." + id,
                "a JSON object with mobile and password; members that the contract doesn't name are ignored",
                proof,
                LoginTrial.accepts(spelling));
    }

    private void refuse(String member, String id, String proof, Function<LoginBody, String> spelling, Answer answer) {
        chapter.check(
                "login." + member + "." + id,
                "a missing, mistyped or ill-formed field -> " + answer,
                proof,
                LoginTrial.refuses(answer, spelling));
    }

    private static String escaped(LoginBody body) {
        String digits = body.mobile().substring(2);
        return body.withMobile("\"\\u00" + Integer.toHexString(body.mobile().charAt(1)) + digits)
                .text();
    }
}
