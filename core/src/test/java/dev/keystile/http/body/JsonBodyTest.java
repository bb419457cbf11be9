package dev.keystile.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.HeaderFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                " application/json\t",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "application/json \t;\t charset=\"Utf-8\" ",
                "application/json; CHARSET=utf-8; charset=utf-8",
                "application/json; odata=verbose; v=\"1; charset=latin1\\\"\"",
                "application/json;",
                "application/json;;charset=utf-8;"
            })
    void jsonInUtf8IsRead(String contentType) {
        assertThat(JsonBody.read(request("{}", List.of(contentType)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "text/json",
                "application/jsonp",
                "application/json5",
                "application/problem+json",
                "application/vnd.api+json",
                "application /json",
                "application/ json",
                "xapplication/json",
                "\"application/json\"",
                "application/json, application/json",
                "application/json text/plain",
                "application/x-www-form-urlencoded; application/json"
            })
    void anotherTypeIsRefused(String contentType) {
        assertThat(JsonBody.read(request("{}", List.of(contentType)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iso-8859-1",
                "utf-16",
                "utf8",
                "\"utf-16\"",
                "\" utf-8\"",
                "\"utf-8 \"",
                "\"\"",
                "'utf-8'",
                "utf-8; charset=utf-16",
                "utf-16; charset=utf-8",
                "utf-8; a=b; Charset=\"gbk\""
            })
    void aCharsetThatIsNotUtf8IsRefused(String charset) {
        assertThat(JsonBody.read(request("{}", List.of("application/json; charset=" + charset))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "charset",
                "charset=",
                "=utf-8",
                "charset =utf-8",
                "charset= utf-8",
                "charset=utf-8 q=1",
                "charset=utf-8,utf-16",
                "charset=\"utf-8",
                "charset=utf-8\"",
                "charset=\"utf-8\"x",
                "a=\"\\\"",
                "a=b c",
                "a=é",
                "a(b)=c",
                "a=\"\u0001\"",
                "a=\n b"
            })
    void parametersThatRfc9110DoesNotKnowAreRefused(String parameters) {
        assertThat(JsonBody.read(request("{}", List.of("application/json; " + parameters))))
                .isEmpty();
    }

    @Test
    void aVeryLongContentTypeIsJudgedToo() {
        assertThat(JsonBody.read(request("{}", List.of("application/json" + "; a=\"\\x\"".repeat(20_000)))))
                .isPresent();
        assertThat(JsonBody.read(request("{}", List.of("application/json;a=\"" + "\\x".repeat(100_000) + "\""))))
                .isPresent();
        assertThat(JsonBody.read(request("{}", List.of("application/json" + ";".repeat(100_000) + "!"))))
                .isEmpty();
    }

    static List<List<String>> notExactlyOnce() {
        return List.of(
                List.of(), List.of("application/json", "application/json"), List.of("application/json", "text/plain"));
    }

    @ParameterizedTest
    @MethodSource("notExactlyOnce")
    void theTypeIsDeclaredExactlyOnce(List<String> contentTypes) {
        assertThat(JsonBody.read(request("{}", contentTypes))).isEmpty();
    }

    @Test
    void aBodyOf64KibIsRead() {
        String json = "{}" + " ".repeat(AuthRequest.MAX_BODY - 2);

        assertThat(JsonBody.read(request(json, List.of("application/json")))).isPresent();
        assertThat(JsonBody.read(request(json + " ", List.of("application/json"))))
                .isEmpty();
    }

    @Test
    void whatIsNoJsonObjectIsRefused() {
        assertThat(JsonBody.read(request("[]", List.of("application/json")))).isEmpty();
        assertThat(JsonBody.read(request("", List.of("application/json")))).isEmpty();
    }

    private static AuthRequest request(String body, List<String> contentTypes) {
        return AuthRequest.builder("POST", "/api/user/login")
                .headers(HeaderFields.of(Map.of("content-type", contentTypes)))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
