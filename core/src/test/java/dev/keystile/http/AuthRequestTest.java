package dev.keystile.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthRequestTest {

    @Test
    void aRequestIsWhatItWasBuiltFrom() {
        AuthRequest request = AuthRequest.builder("PATCH", "/tokens/a%20b")
                .pathParameters(Map.of("token", "a b"))
                .headers(HeaderFields.of(Map.of("Accept", List.of("*/*"))))
                .clientAddress("203.0.113.7")
                .body(new byte[] {1, 2})
                .build();

        assertThat(request.method()).isEqualTo("PATCH");
        assertThat(request.path()).isEqualTo("/tokens/a%20b");
        assertThat(request.pathParameter("token")).contains("a b");
        assertThat(request.headers().single("accept")).contains("*/*");
        assertThat(request.clientAddress()).isEqualTo("203.0.113.7");
        assertThat(request.body()).containsExactly(1, 2);
    }

    @Test
    void theTargetIsThePathWithItsQuery() {
        assertThat(AuthRequest.builder("GET", "/a%20b").query("c=%41&d").build().target())
                .isEqualTo("/a%20b?c=%41&d");
    }

    @Test
    void anEmptyQueryIsNotTheSameAsNone() {
        assertThat(AuthRequest.builder("GET", "/").query("").build().target()).isEqualTo("/?");
        assertThat(AuthRequest.builder("GET", "/").query(null).build().target()).isEqualTo("/");
    }

    @Test
    void whatIsNotSaidIsEmpty() {
        AuthRequest request = AuthRequest.builder("GET", "/").build();

        assertThat(request.pathParameter("token")).isEmpty();
        assertThat(request.headers().all("Authorization")).isEmpty();
        assertThat(request.clientAddress()).isEmpty();
        assertThat(request.body()).isEmpty();
    }

    @Test
    void changingWhatWasGivenOrTakenChangesNothing() {
        byte[] body = {1, 2};
        Map<String, String> parameters = new HashMap<>(Map.of("token", "a"));
        AuthRequest request = AuthRequest.builder("GET", "/")
                .body(body)
                .pathParameters(parameters)
                .build();
        body[0] = 9;
        request.body()[1] = 9;
        parameters.clear();

        assertThat(request.body()).containsExactly(1, 2);
        assertThat(request.pathParameter("token")).contains("a");
    }

    @Test
    void aBodyIsTooLargePast64Kib() {
        assertThat(AuthRequest.builder("POST", "/")
                        .body(new byte[65_536])
                        .build()
                        .isBodyTooLarge())
                .isFalse();
        assertThat(AuthRequest.builder("POST", "/")
                        .body(new byte[65_537])
                        .build()
                        .isBodyTooLarge())
                .isTrue();
    }

    @Test
    void itsTextFormShowsNoCredential() {
        AuthRequest request = AuthRequest.builder("PATCH", "/tokens/hidden")
                .pathParameters(Map.of("token", "hidden"))
                .headers(HeaderFields.of(Map.of("Authorization", List.of("Caa hidden"))))
                .body("hidden".getBytes(StandardCharsets.US_ASCII))
                .build();

        assertThat(request).hasToString("AuthRequest[PATCH, HeaderFields[authorization], 6 bytes]");
    }
}
