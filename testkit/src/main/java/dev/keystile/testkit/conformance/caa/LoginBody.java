package dev.keystile.testkit.conformance.caa;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.testkit.conformance.TestUser;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * The body of a login, put together as text so that it can be wrong in every way.
 *
 * @param mobile the value of {@code mobile}, as JSON
 * @param password the value of {@code password}, as JSON
 */
record LoginBody(String mobile, String password) {

    static LoginBody of(TestUser user) {
        return new LoginBody(quote(user.mobile()), quote(md5(user.password())));
    }

    LoginBody withMobile(String json) {
        return new LoginBody(json, password);
    }

    LoginBody withPassword(String json) {
        return new LoginBody(mobile, json);
    }

    LoginBody inCapitals() {
        return withPassword(password.toUpperCase(Locale.ROOT));
    }

    String text() {
        return "{\"mobile\":" + mobile + ",\"password\":" + password + "}";
    }

    String passwordFirst() {
        return "{\"password\":" + password + ",\"mobile\":" + mobile + "}";
    }

    /** With {@code members}, as JSON, behind the two. */
    String and(String members) {
        return "{\"mobile\":" + mobile + ",\"password\":" + password + "," + members + "}";
    }

    static String quote(String text) {
        return "\"" + text + "\"";
    }

    static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
            return String.format("%032x", new BigInteger(1, digest));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("This JDK has no MD5, which every JDK has.", never);
        }
    }

    /** Masked: the password is a credential. */
    @Override
    public String toString() {
        return "LoginBody[redacted]";
    }
}
