package dev.keystile.testkit.assertion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.http.AuthResponse;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The ways in: {@code import static dev.keystile.testkit.assertion.KeystileAssertions.*}. Failures quote no secret. */
public final class KeystileAssertions {

    private KeystileAssertions() {}

    /**
     * About an answer of the JDK's HTTP client.
     *
     * @throws IllegalArgumentException if its body is neither a string nor bytes
     */
    public static AnswerAssert assertThatAnswer(HttpResponse<?> response) {
        if (response.body() instanceof byte[] bytes) {
            return assertThatAnswer(response.statusCode(), new String(bytes, UTF_8));
        }
        if (response.body() instanceof String text) {
            return assertThatAnswer(response.statusCode(), text);
        }
        throw new IllegalArgumentException(
                "The body of the answer is neither a string nor bytes; ask for it with BodyHandlers.ofString().");
    }

    /** About an answer of any other client. */
    public static AnswerAssert assertThatAnswer(int status, String body) {
        return new AnswerAssert(new AnswerAssert.Answer(status, body));
    }

    /** About what an endpoint answered to a test that calls it without a server. */
    public static AnswerAssert assertThatAnswer(AuthResponse response) {
        return assertThatAnswer(response.status(), new String(response.body(), UTF_8));
    }

    /** About the value of an {@code Authorization} header of the Caa scheme; null is one that isn't there. */
    public static CaaHeaderAssert assertThatHeader(@Nullable String authorization) {
        return new CaaHeaderAssert(authorization);
    }

    /** About what a token says. Nothing here checks its signature. */
    public static TokenAssert assertThatToken(@Nullable String compact) {
        return new TokenAssert(compact);
    }
}
