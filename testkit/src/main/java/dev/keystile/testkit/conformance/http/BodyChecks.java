package dev.keystile.testkit.conformance.http;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Entrance;
import dev.keystile.testkit.conformance.probe.Need;
import java.io.ByteArrayOutputStream;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Bodies of a login that aren't the one JSON object that the contract wants; each would be right but for one thing. */
final class BodyChecks {

    private static final int DEEP = 30_000;

    private final Entrance login;
    private final Chapter chapter;

    private BodyChecks(Entrance login) {
        this.login = login;
        this.chapter = Chapter.of("Login", Need.mounted(login.operation()));
    }

    static Chapter chapter(Entrance login) {
        BodyChecks checks = new BodyChecks(login);
        checks.noObject();
        checks.noJson();
        checks.twoMeanings();
        checks.encodings();
        return checks.chapter;
    }

    private void noObject() {
        text("empty", "nothing", body -> "");
        text("blank", "white space", body -> " \n");
        text("null", "null (L02)", body -> "null");
        text("array", "the object in an array", body -> "[" + body + "]");
        text("string", "the object in a string", body -> "\"" + body.replace("\"", "\\\"") + "\"");
        text("number", "a number", body -> "1");
        text("form", "a form (L29)", body -> "mobile=a&mobile=b&password=c");
    }

    private void noJson() {
        text("truncated", "the last brace left out", body -> body.substring(0, body.length() - 1));
        text("trailing-text", "a letter behind it", body -> body + "x");
        text("two-objects", "the object twice", body -> body + body);
        text("trailing-comma", "a comma behind the last member", body -> and(body, ""));
        text("comment", "a comment", body -> "/**/" + body);
        text("single-quotes", "apostrophes for quotes", body -> body.replace('"', '\''));
        text("bare-name", "a member name without quotes", body -> and(body, "a:1"));
        text("nan", "a member NaN", body -> and(body, "\"a\":NaN"));
        text("leading-zero", "a number with a leading zero", body -> and(body, "\"a\":01"));
        text("control", "a line break in a string", body -> and(body, "\"a\":\"\n\""));
        text("bad-escape", "an escape that there isn't", body -> and(body, "\"a\":\"\\x41\""));
        text(
                "deep",
                "30 000 arrays in one another (L28)",
                body -> and(body, "\"a\":" + "[".repeat(DEEP) + "]".repeat(DEEP)));
    }

    private void twoMeanings() {
        text("duplicate", "every member twice", body -> and(body, body.substring(1, body.length() - 1)));
        text("duplicate-unknown", "an unknown member twice", body -> and(body, "\"a\":1,\"a\":2"));
        text("duplicate-nested", "a member twice further down", body -> and(body, "\"a\":{\"b\":1,\"b\":2}"));
        text("duplicate-escaped", "a member twice, once with an escape", body -> and(body, "\"a\":1,\"\\u0061\":2"));
        text("lone-surrogate", "half a character as an escape", body -> and(body, "\"a\":\"\\ud800\""));
    }

    private void encodings() {
        bytes("bom", "a byte order mark before it", body -> ("\uFEFF" + body).getBytes(UTF_8));
        bytes("utf-16-le", "UTF-16LE (L32)", body -> body.getBytes(UTF_16LE));
        bytes("utf-16-be", "UTF-16BE (L32)", body -> body.getBytes(UTF_16BE));
        bytes("overlong", "an overlong form of a letter", body -> withBytes(body, 0xC1, 0xA1));
        bytes("surrogate", "half a character as three bytes", body -> withBytes(body, 0xED, 0xA0, 0x80));
        bytes("cut", "the first byte of a character alone", body -> withBytes(body, 0xC3));
    }

    private void text(String id, String proof, UnaryOperator<String> spoil) {
        bytes(id, proof, body -> spoil.apply(body).getBytes(UTF_8));
    }

    private void bytes(String id, String proof, Function<String, byte[]> spoil) {
        chapter.check(
                login.name() + ".body." + id,
                "JSON that does not parse or is no object -> " + login.malformed(),
                proof,
                probe -> probe.expect(
                        login.malformed(),
                        login.request(probe)
                                .header("Content-Type", "application/json")
                                .body(spoil.apply(login.rightBody().apply(probe)))));
    }

    /** {@code body} with more members. */
    private static String and(String body, String members) {
        return body.substring(0, body.length() - 1) + "," + members + "}";
    }

    /** {@code body} with a member more, whose value has these bytes in it. */
    private static byte[] withBytes(String body, int... value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((body.substring(0, body.length() - 1) + ",\"a\":\"").getBytes(UTF_8));
        for (int next : value) {
            bytes.write(next);
        }
        bytes.writeBytes("\"}".getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
