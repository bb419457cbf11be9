package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.http.AuthResponse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers go over the wire as they were given: nothing reworded, nothing added, errors least of all. */
interface AnswerChapter extends AdapterUnderTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 400, 401, 403, 404, 405, 422, 429, 500})
    default void aStatusAndItsBodyAreSentAsTheyAre(int status) throws IOException {
        WireAnswer answer = answer(AuthResponse.json(status, "{\"message\":\"账号或密码不正确\"}"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("{\"message\":\"账号或密码不正确\"}");
        assertThat(answer.libraryFields())
                .containsOnly(
                        Map.entry("cache-control", "no-store"),
                        Map.entry("content-length", "38"),
                        Map.entry("content-type", "application/json; charset=utf-8"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 404, 500})
    default void anAnswerWithoutABodyHasNoContentType(int status) throws IOException {
        WireAnswer answer = answer(AuthResponse.empty(status));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.libraryFields())
                .containsOnly(Map.entry("cache-control", "no-store"), Map.entry("content-length", "0"));
    }

    @Test
    default void aBareJsonStringIsSentAsItIs() throws IOException {
        assertThat(answer(AuthResponse.json(401, "\"此 Token 已吊销\"")).text()).isEqualTo("\"此 Token 已吊销\"");
    }

    @Test
    default void headerFieldsAreSentAsTheyAre() throws IOException {
        WireAnswer answer = answer(AuthResponse.empty(401)
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .with("Retry-After", "17"));

        assertThat(answer.libraryFields())
                .containsEntry("www-authenticate", "Bearer error=\"invalid_token\"")
                .containsEntry("retry-after", "17");
    }

    @Test
    default void aLongBodyIsSentWholeAndWithItsLength() throws IOException {
        String text = "\"" + "x".repeat(200_000) + "\"";

        WireAnswer answer = answer(AuthResponse.json(200, text));

        assertThat(answer.libraryFields()).containsEntry("content-length", "200002");
        assertThat(answer.text()).isEqualTo(text);
    }

    private WireAnswer answer(AuthResponse response) throws IOException {
        probe().answerBy(request -> response);
        return ask(WireRequest.of("GET", Probe.PLAIN));
    }
}
