package dev.keystile.jwt.endpoint;

import static dev.keystile.jwt.fixture.Dialect.TOKENS;
import static dev.keystile.jwt.fixture.Expected.INVALID_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.Answer;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.HeaderFields;
import dev.keystile.jwt.fixture.HandMade;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CONTRACTS, "the {@code /tokens} dialect": {@code PATCH /tokens/:token} and {@code PATCH /tokens}, to the byte. */
class TokenExchangeTest {

    private static final int LONGEST_TOKEN = 8192;

    private final TestServer server = TestServer.standard();
    private final String token = TOKENS.login(server);

    @Test
    void aTokenInThePathIsExchangedForATokenAndBothTimesInMinutes() {
        Answer answer = server.send("PATCH", "/tokens/" + token);

        assertThat(answer).isEqualTo(grantOf(TOKENS.granted(answer)));
    }

    @Test
    void aTokenInTheHeaderIsExchangedForTheSame() {
        Answer answer = server.send("PATCH", "/tokens", "Bearer " + token);

        assertThat(answer).isEqualTo(grantOf(TOKENS.granted(answer)));
    }

    @Test
    void aSuccessorIsGoodAndThePresentedTokenIsNot() {
        String successor = TOKENS.successor(server, token);

        assertThat(TOKENS.personal(server, successor).status()).isEqualTo(200);
        assertThat(TOKENS.personal(server, token)).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void aTokenThatWasSpentInThePathIsSpentInTheHeaderToo() {
        server.send("PATCH", "/tokens/" + token);

        assertThat(server.send("PATCH", "/tokens", "Bearer " + token)).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void aTokenThatWasSpentInTheHeaderIsSpentInThePathToo() {
        server.send("PATCH", "/tokens", "Bearer " + token);

        assertThat(server.send("PATCH", "/tokens/" + token)).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void thePathIgnoresTheHeader() {
        String other = TOKENS.login(server, TestUsers.OTHER_NAME);

        server.send("PATCH", "/tokens/" + token, "Bearer " + other);

        assertThat(TOKENS.personal(server, other).status()).isEqualTo(200);
        assertThat(TOKENS.personal(server, token)).isEqualTo(INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "bEaReR "})
    void theSchemeIsComparedWithoutRegardToCase(String scheme) {
        assertThat(server.send("PATCH", "/tokens", scheme + token).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer  ",
                "Bearer\t",
                "Basic ",
                "Caa ",
                "Token ",
                "Bearerx ",
                " Bearer ",
                "\"Bearer\" "
            })
    void anythingElseInFrontOfAGoodTokenIsRefused(String scheme) {
        String header = scheme.equals("Bearer ") ? scheme : scheme + token;

        assertThat(server.send("PATCH", "/tokens", header)).isEqualTo(INVALID_TOKEN);
        assertThat(TOKENS.personal(server, token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "x", "\t", ".", "=", " x", ", Bearer x", "\u0000", "\u00e9"})
    void anythingBehindAGoodTokenIsRefused(String more) {
        assertThat(server.send("PATCH", "/tokens", "Bearer " + token + more)).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void noHeaderIsRefused() {
        assertThat(server.send("PATCH", "/tokens")).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void aHeaderThatIsSentTwiceIsRefusedThoughBothAreTheSame() {
        String header = "Bearer " + token;

        assertThat(server.send("PATCH", "/tokens", header, header)).isEqualTo(INVALID_TOKEN);
        assertThat(TOKENS.personal(server, token).status()).isEqualTo(200);
    }

    @Test
    void twoHeadersUnderNamesThatDifferInCaseAreOneHeaderSentTwice() {
        HeaderFields headers = HeaderFields.of(
                Map.of("Authorization", List.of("Bearer " + token), "authorization", List.of("Bearer " + token)));

        assertThat(server.send(
                        AuthRequest.builder("PATCH", "/tokens").headers(headers).build()))
                .isEqualTo(INVALID_TOKEN);
    }

    @Test
    void theBodyAndItsTypeAreIgnored() {
        AuthRequest request = AuthRequest.builder("PATCH", "/tokens/" + token)
                .headers(HeaderFields.of(Map.of("Content-Type", List.of("text/plain"))))
                .body(new byte[AuthRequest.MAX_BODY + 1])
                .build();

        assertThat(server.send(request).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "..", "null"})
    void whatIsNoTokenIsRefusedInThePathAndInTheHeader(String text) {
        assertThat(server.send("PATCH", "/tokens/" + text + "%2e")).isEqualTo(INVALID_TOKEN);
        assertThat(server.send("PATCH", "/tokens", "Bearer " + text)).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void aForgedTokenIsRefused() {
        assertThat(TOKENS.exchange(server, HandMade.forged(token))).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void aTokenOfEightKibibytesIsTakenAndOneOfMoreIsNot() {
        String longest = paddedTo(LONGEST_TOKEN);
        assertThat(longest).hasSize(LONGEST_TOKEN);
        assertThat(TOKENS.personal(server, longest).status()).isEqualTo(200);
        assertThat(server.send("PATCH", "/tokens/" + longest).status()).isEqualTo(201);

        for (int length : new int[] {LONGEST_TOKEN + 1, LONGEST_TOKEN + 2, 64 * 1024, 1024 * 1024}) {
            assertThat(TOKENS.personal(server, paddedTo(length))).isEqualTo(INVALID_TOKEN);
            assertThat(server.send("PATCH", "/tokens/" + paddedTo(length))).isEqualTo(INVALID_TOKEN);
        }
    }

    private static Answer grantOf(String successor) {
        return Answer.json(201, "{\"token\":\"" + successor + "\",\"ttl\":20160,\"refresh_ttl\":40320}");
    }

    /** A token of ours with so much in it that it has {@code length} characters, or one more where base64 has no such length. */
    private String paddedTo(int length) {
        String padded = HandMade.altered(token, Map.of("padding", ""));
        int claims = (length - padded.length()) / 4 * 3;
        while (padded.length() < length) {
            padded = HandMade.altered(token, Map.of("padding", "x".repeat(claims++)));
        }
        return padded;
    }
}
