package dev.keystile.testkit.assertion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.caa.endpoint.CaaAnswers;
import dev.keystile.caa.service.LoginRefusal;
import dev.keystile.caa.service.Refusal;
import dev.keystile.caa.service.Refused;
import dev.keystile.http.AuthResponse;
import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import dev.keystile.jwt.endpoint.BearerAnswers;
import dev.keystile.jwt.endpoint.TokenAnswers;
import dev.keystile.jwt.service.TokenRefusal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * What an answer is in the words of the contracts. Refusals that are alike on the wire are alike here: {@code REPLAYED} passes for
 * {@code WRONG_SIGNATURE}.
 */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, AnswerAssert.Answer> {

    AnswerAssert(Answer actual) {
        super(actual, AnswerAssert.class);
    }

    /** Verifies that it grants a key pair. */
    public AnswerAssert isKeyGrant() {
        boolean complete = json().filter(json ->
                        Stream.of("apiKey", "secretKey", "userId", "expireIn").allMatch(json::has))
                .isPresent();
        if (actual.status() != 200 || !complete) {
            throw unlike("200 with a key grant");
        }
        return this;
    }

    /** Verifies that it grants a token: 201 in the {@code /tokens} dialect, or 200 with a string in the Bearer dialect. */
    public AnswerAssert isTokenGrant() {
        boolean tokens = actual.status() == 201
                && json().filter(json -> json.has("token")).isPresent();
        boolean bearer = actual.status() == 200 && actual.body().matches("\"[\\w-]+\\.[\\w-]+\\.[\\w-]+\"");
        if (!tokens && !bearer) {
            throw unlike("a token grant");
        }
        return this;
    }

    /** Verifies that it refuses a signed request for {@code reason}. */
    public AnswerAssert isRefusedAs(Refusal reason) {
        AuthResponse expected = CaaAnswers.refused(new Refused(reason, Instant.EPOCH));
        boolean tellsTime = json().filter(json -> json.has("serverTime")).isPresent();
        if (tellsTime != (reason == Refusal.OUTSIDE_WINDOW)) {
            throw unlike(describe(expected));
        }
        return isMessageOf(expected);
    }

    /** Verifies that it refuses a Caa login for {@code reason}. */
    public AnswerAssert isRefusedAs(LoginRefusal reason) {
        return isMessageOf(CaaAnswers.refused(reason));
    }

    /** Verifies that it refuses a token of the {@code /tokens} dialect for {@code reason}. */
    public AnswerAssert isRefusedAs(TokenRefusal reason) {
        return isMessageOf(TokenAnswers.refused(reason));
    }

    /** Verifies that it refuses a Bearer token, which it does for every reason alike. */
    public AnswerAssert isRefusedBearer() {
        AuthResponse expected = BearerAnswers.revoked();
        if (actual.status() != expected.status() || !actual.body().equals(new String(expected.body(), UTF_8))) {
            throw unlike(describe(expected));
        }
        return this;
    }

    /** Verifies the status. */
    public AnswerAssert hasStatus(int status) {
        if (actual.status() != status) {
            throw unlike("status " + status);
        }
        return this;
    }

    private AnswerAssert isMessageOf(AuthResponse expected) {
        Object message = JsonReader.readObject(expected.body())
                .map(json -> json.members().get("message"))
                .orElseThrow();
        boolean same = json().filter(json -> Objects.equals(json.members().get("message"), message))
                .isPresent();
        if (actual.status() != expected.status() || !same) {
            throw unlike(describe(expected));
        }
        return this;
    }

    private Optional<JsonObject> json() {
        return JsonReader.readObject(actual.body().getBytes(UTF_8));
    }

    private static String describe(AuthResponse expected) {
        return expected.status() + " " + new String(expected.body(), UTF_8);
    }

    private AssertionError unlike(String expected) {
        return failure("Expected %s, but the answer was %s.", expected, actual);
    }

    /**
     * An answer as it came.
     *
     * @param status its status
     * @param body its body, decoded
     */
    public record Answer(int status, String body) {

        /** A body that grants something is left out. */
        @Override
        public String toString() {
            return status < 300 ? status + " with a body of " + body.length() + " characters" : status + " " + body;
        }
    }
}
