package dev.keystile.testkit.conformance.caa;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** What a login hands out. */
final class LoginGrantChecks {

    private static final long SLACK_MILLIS = 60_000;
    private static final int TAG_LENGTH = 2;

    private LoginGrantChecks() {}

    static Chapter chapter() {
        return Chapter.of("Key grant", Need.mounted(Operation.CAA_LOGIN))
                .check(
                        "login.grant",
                        "200 with apiKey, secretKey, userId, expiresIn, expireIn and user",
                        "a right login: the members' order and types, keys as canonical base64 of 32 bytes",
                        probe -> CaaSession.of(probe).login())
                .check(
                        "login.grant.expiries",
                        "both names of the expiry, with one value",
                        "a right login",
                        LoginGrantChecks::expiries)
                .check(
                        "login.grant.lifetime",
                        "the absolute expiry in Unix milliseconds, 3 days or as configured",
                        "a right login, by the server's clock",
                        LoginGrantChecks::lifetime)
                .check(
                        "login.grant.tag",
                        "the first two bytes of the api key are those of SHA-256(user id)",
                        "a right login",
                        LoginGrantChecks::tag)
                .check(
                        "login.grant.no-password",
                        "password never leaves the server",
                        "a right login: no such member at any depth, neither the password nor its MD5 in the text",
                        LoginGrantChecks::noPassword)
                .check(
                        "login.grant.user",
                        "user is whatever the directory returns: nested objects, nulls and numbers as they are",
                        "a right login: the user's JSON text to the letter, at its end",
                        LoginGrantChecks::user,
                        Need.PROFILE)
                .check(
                        "login.reuse",
                        "REUSE: the live pair is returned again with its expiry unchanged",
                        "two logins, equal to the byte",
                        LoginGrantChecks::reuse,
                        Need.off(Trait.PAIR_PER_LOGIN))
                .check(
                        "login.pair-per-login",
                        "REPLACE, INDEPENDENT(n): a login makes a new pair",
                        "two logins",
                        LoginGrantChecks::freshPair,
                        Need.on(Trait.PAIR_PER_LOGIN));
    }

    private static void expiries(Probe probe) throws IOException {
        KeyGrant grant = CaaSession.of(probe).login();
        if (grant.expiries().stream().distinct().count() != 1) {
            throw new Discrepancy(
                    "expiresIn equal to expireIn", grant.expiries().toString());
        }
    }

    private static void lifetime(Probe probe) throws IOException {
        long now = Long.parseLong(CaaSession.of(probe).now());
        long left = CaaSession.of(probe).login().expiries().get(0) - now;
        long whole = probe.target().keyLifetime().toMillis();
        if (left <= 0 || left > whole + SLACK_MILLIS) {
            throw new Discrepancy("an expiry within " + whole + " ms from now", left + " ms from now");
        }
    }

    private static void tag(Probe probe) throws IOException {
        KeyGrant grant = CaaSession.of(probe).login();
        byte[] key = Base64.getDecoder().decode(grant.pair().apiKey());
        if (!Arrays.equals(sha256(grant.userId()), 0, TAG_LENGTH, key, 0, TAG_LENGTH)) {
            throw new Discrepancy("the tag of user " + grant.userId(), "another one");
        }
    }

    private static void noPassword(Probe probe) throws IOException {
        String text = rightLogin(probe).text();
        String password = probe.target().user().password();
        if (text.contains("\"password\"")
                || text.contains(LoginBody.md5(password))
                || text.contains(LoginBody.quote(password))) {
            throw new Discrepancy("no password in a grant", "a member password, or the password itself");
        }
    }

    private static void user(Probe probe) throws IOException {
        String text = rightLogin(probe).text();
        String expected = "\"user\":" + probe.target().profile().orElseThrow() + "}";
        if (!text.endsWith(expected)) {
            throw new Discrepancy(expected + " at the end", text);
        }
    }

    private static void reuse(Probe probe) throws IOException {
        String first = rightLogin(probe).text();
        String second = rightLogin(probe).text();
        if (!first.equals(second)) {
            throw new Discrepancy("the same answer twice", "another one the second time");
        }
    }

    private static void freshPair(Probe probe) throws IOException {
        CaaSession session = CaaSession.of(probe);
        if (session.login().pair().isSameAs(session.login().pair())) {
            throw new Discrepancy("another pair at the second login", "the same one");
        }
    }

    private static WireResponse rightLogin(Probe probe) throws IOException {
        return probe.send(probe.at(Operation.CAA_LOGIN)
                .json(LoginBody.of(probe.target().user()).text()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("This JDK has no SHA-256, which every JDK has.", never);
        }
    }
}
