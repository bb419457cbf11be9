package dev.keystile.jwt.endpoint;

import static dev.keystile.jwt.fixture.Dialect.BEARER;
import static dev.keystile.jwt.fixture.Expected.NO_CREDENTIAL;
import static dev.keystile.jwt.fixture.Expected.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.Answer;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.HeaderFields;
import dev.keystile.jwt.fixture.HandMade;
import dev.keystile.jwt.fixture.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CONTRACTS, "the Bearer dialect": {@code POST /user/refresh}, to the byte. */
class UserRefreshTest {

    private final TestServer server = TestServer.standard();
    private final String token = BEARER.login(server);

    @ParameterizedTest
    @ValueSource(strings = {"/user/refresh", "/user/refresh/"})
    void aGrantIsTheTokenAsABareJsonString(String path) {
        Answer answer = server.send("POST", path, "Bearer " + token);

        assertThat(answer).isEqualTo(Answer.json(200, "\"" + BEARER.granted(answer) + "\""));
    }

    @Test
    void aSuccessorIsGoodAndThePresentedTokenIsNot() {
        String successor = BEARER.successor(server, token);

        assertThat(BEARER.personal(server, successor).status()).isEqualTo(200);
        assertThat(BEARER.personal(server, token)).isEqualTo(REVOKED);
    }

    @Test
    void aTokenThatWasSpentWithoutASlashIsSpentWithOne() {
        server.send("POST", "/user/refresh", "Bearer " + token);

        assertThat(server.send("POST", "/user/refresh/", "Bearer " + token)).isEqualTo(REVOKED);
    }

    @Test
    void noHeaderIsAnsweredWithoutBodyAndContentType() {
        assertThat(server.send("POST", "/user/refresh")).isEqualTo(NO_CREDENTIAL);
        assertThat(NO_CREDENTIAL.headers()).doesNotContainKey("Content-Type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic eDp5", "Caa x", "Digest username=\"x\"", "Token x", "Bearerx y", "", "x", "Bear er x"})
    void anotherSchemeIsAnsweredLikeNoHeader(String header) {
        assertThat(server.send("POST", "/user/refresh", header)).isEqualTo(NO_CREDENTIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Bearer  "})
    void theSchemeWithoutATokenThatHoldsIsRevoked(String header) {
        assertThat(server.send("POST", "/user/refresh", header)).isEqualTo(REVOKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER "})
    void theSchemeIsComparedWithoutRegardToCase(String scheme) {
        assertThat(server.send("POST", "/user/refresh", scheme + token).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Basic "})
    void aHeaderThatIsSentTwiceIsRevoked(String secondScheme) {
        assertThat(server.send("POST", "/user/refresh", "Bearer " + token, secondScheme + token))
                .isEqualTo(REVOKED);
        assertThat(BEARER.personal(server, token).status()).isEqualTo(200);
    }

    @Test
    void aForgedTokenIsRevoked() {
        assertThat(BEARER.exchange(server, HandMade.forged(token))).isEqualTo(REVOKED);
    }

    @Test
    void aTokenOfMoreThanEightKibibytesIsRevoked() {
        String large = HandMade.altered(token, Map.of("padding", "x".repeat(8 * 1024)));

        assertThat(BEARER.exchange(server, large)).isEqualTo(REVOKED);
    }

    @Test
    void theBodyAndItsTypeAreIgnored() {
        AuthRequest request = AuthRequest.builder("POST", "/user/refresh")
                .headers(HeaderFields.of(
                        Map.of("Authorization", List.of("Bearer " + token), "Content-Type", List.of("text/plain"))))
                .body(new byte[AuthRequest.MAX_BODY + 1])
                .build();

        assertThat(server.send(request).status()).isEqualTo(200);
    }
}
