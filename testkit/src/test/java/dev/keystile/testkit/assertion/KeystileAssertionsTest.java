package dev.keystile.testkit.assertion;

import static dev.keystile.testkit.assertion.KeystileAssertions.assertThatAnswer;
import static dev.keystile.testkit.assertion.KeystileAssertions.assertThatHeader;
import static dev.keystile.testkit.assertion.KeystileAssertions.assertThatToken;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.HeaderFault;
import dev.keystile.caa.service.LoginRefusal;
import dev.keystile.caa.service.Refusal;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.http.AuthResponse;
import dev.keystile.jwt.service.TokenRefusal;
import dev.keystile.testkit.server.KeystileServer;
import dev.keystile.testkit.server.PairState;
import dev.keystile.testkit.server.TokenState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each assertion passes for what it names, and fails for what comes nearest to it, without quoting a secret. */
class KeystileAssertionsTest {

    private static final String INVALID_SIGNATURE = "{\"message\":\"invalid signature\"}";
    private static final String OUTSIDE_WINDOW = "{\"message\":\"invalid signature\",\"serverTime\":1494908261599}";

    private final KeystileServer server = KeystileServer.withUser("13800138000", "keystile");

    private static void assertFails(ThrowingCallable assertion, String hint) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(hint);
    }

    @Test
    void aRefusalIsToldByStatusAndMessage() {
        assertThatAnswer(404, "{\"message\":\"apiKey not found\"}").isRefusedAs(Refusal.UNKNOWN_KEY);
        assertFails(
                () -> assertThatAnswer(400, "{\"message\":\"apiKey not found\"}")
                        .isRefusedAs(Refusal.UNKNOWN_KEY),
                "Expected 404");
        assertFails(
                () -> assertThatAnswer(404, "{\"message\":\"user not found\"}").isRefusedAs(Refusal.UNKNOWN_KEY),
                "apiKey not found");
    }

    @Test
    void aWrongClockIsToldFromAWrongSignature() {
        assertThatAnswer(400, OUTSIDE_WINDOW).isRefusedAs(Refusal.OUTSIDE_WINDOW);
        assertThatAnswer(400, INVALID_SIGNATURE).isRefusedAs(Refusal.WRONG_SIGNATURE);
        assertFails(() -> assertThatAnswer(400, OUTSIDE_WINDOW).isRefusedAs(Refusal.WRONG_SIGNATURE), "serverTime");
        assertFails(() -> assertThatAnswer(400, INVALID_SIGNATURE).isRefusedAs(Refusal.OUTSIDE_WINDOW), "serverTime");
    }

    @Test
    void loginsAndTokensAreToldInTheirOwnWords() {
        assertThatAnswer(AuthResponse.json(400, Map.of("message", "invalid mobile")))
                .isRefusedAs(LoginRefusal.INVALID_MOBILE);
        assertThatAnswer(401, "{\"message\":[\"token 无效或已过期，请重新登录\"]}").isRefusedAs(TokenRefusal.SPENT);
        assertThatAnswer(401, "\"此 Token 已吊销，请重新登录以获取 Token。\"").isRefusedBearer();
        assertFails(() -> assertThatAnswer(401, "").isRefusedBearer(), "吊销");
        assertFails(() -> assertThatAnswer(401, "").isRefusedAs(TokenRefusal.SPENT), "无效");
    }

    @Test
    void grantsAreNotQuoted() {
        String grant = "{\"token\":\"a.b.c-of-a-secret\"}";
        assertThatAnswer(201, grant).isTokenGrant();
        assertThatThrownBy(() -> assertThatAnswer(201, grant).isKeyGrant())
                .isInstanceOf(AssertionError.class)
                .hasMessageNotContaining("of-a-secret");
    }

    @Test
    void aHeaderIsHeldAgainstActionSecretAndTime() {
        ApiKeyPair pair = server.pair(PairState.VALID);
        ApiKeyPair other = server.pair(PairState.FORGED);
        String header =
                CaaSigner.of(pair.apiKey(), pair.secret()).at(server.clock()).sign("a:b");

        assertThatHeader(header)
                .isWellFormed()
                .hasApiKey(pair.apiKey())
                .isSignedFor("a:b", pair.secret())
                .isSignedAt(server.clock().instant());
        assertFails(() -> assertThatHeader(header).isSignedFor("a:c", pair.secret()), "'a:c'");
        assertFails(() -> assertThatHeader(header).isSignedFor("a:b", other.secret()), "another secret");
        assertFails(() -> assertThatHeader(header).hasApiKey(other.apiKey()), "Expected a header of ApiKey");
        assertFails(() -> assertThatHeader(header).isSignedAt(Instant.EPOCH), "1970");
        assertFails(() -> assertThatHeader(null).isWellFormed(), "there is no Authorization header");
        assertThatHeader("Basic abc").isFaulty(HeaderFault.OTHER_SCHEME);
        assertFails(() -> assertThatHeader(header).isFaulty(HeaderFault.MISSING), "there is no Authorization header");
    }

    @Test
    void aTokenIsHeldAgainstItsClaims() {
        String token = server.bearerToken(TokenState.VALID);

        assertThatToken(token)
                .isWellFormed()
                .hasClaim("sub", "demo")
                .hasNoClaim("iat")
                .expiresAt(server.clock().instant().plus(Duration.ofMinutes(30)));
        assertFails(() -> assertThatToken(token).hasClaim("sub", "other"), "it was <demo>");
        assertFails(() -> assertThatToken(token).hasNoClaim("sub"), "it was <demo>");
        assertFails(() -> assertThatToken("a.b").isWellFormed(), "three segments");
        assertFails(() -> assertThatToken(null).isWellFormed(), "three segments");
    }
}
