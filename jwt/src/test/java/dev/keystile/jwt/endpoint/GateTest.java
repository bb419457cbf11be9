package dev.keystile.jwt.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.http.Admission;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.HeaderFields;
import dev.keystile.http.RequestGate;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.TokenCaller;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.jwt.service.TokenLoginResult;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checks of both dialects in front of an application's own paths. */
class GateTest {

    private static final PasswordHasher HASHER = Pbkdf2PasswordHasher.weakerThanRecommended(1, RandomBytes.secure());
    private static final UserAccount USER =
            new UserAccount(new UserId("1"), "demo", false, HASHER.hashEveryForm("keystile"), UserProfile.of(Map.of()));

    private final UserDirectory users = new InMemoryUserDirectory().put(USER, "13800138000", List.of("demo"));
    private final InMemoryTokenLedger ledger = new InMemoryTokenLedger();
    private final KeyRing ring = KeyRing.of(
            TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure())));
    private final Tokens tokens =
            Tokens.builder(ring, "issuer", ledger, users).passwordHasher(HASHER).build();
    private final BearerTokens bearer = BearerTokens.builder(ring, "issuer", "audience", ledger, users)
            .passwordHasher(HASHER)
            .build();
    private final RequestGate tokenGate = new TokenEndpoints(tokens).gate();
    private final RequestGate bearerGate = new BearerEndpoints(bearer).gate();

    @Test
    void whoHasATokenOfTheTokensDialectIsAdmittedUnderTheirId() {
        assertAdmitted(tokenGate.admit(request("Bearer " + tokenOf(tokens.login("demo", "keystile")))));
    }

    @Test
    void whoHasATokenOfTheBearerDialectIsAdmittedUnderTheirId() {
        assertAdmitted(bearerGate.admit(request("Bearer " + tokenOf(bearer.login("demo", "keystile")))));
    }

    @Test
    void aTokenOfTheOtherDialectIsTurnedAway() {
        assertThat(refusal(tokenGate, "Bearer " + tokenOf(bearer.login("demo", "keystile")))
                        .status())
                .isEqualTo(401);
        assertThat(refusal(bearerGate, "Bearer " + tokenOf(tokens.login("demo", "keystile")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoHasNoTokenIsTurnedAway() {
        assertThat(text(refusal(tokenGate))).isEqualTo("{\"message\":[\"token 无效或已过期，请重新登录\"]}");
        assertThat(text(refusal(bearerGate))).isEmpty();
    }

    @Test
    void aHeaderThatIsSentTwiceIsTurnedAway() {
        String header = "Bearer " + tokenOf(bearer.login("demo", "keystile"));

        assertThat(text(refusal(bearerGate, header, header))).isEqualTo("\"此 Token 已吊销，请重新登录以获取 Token。\"");
    }

    private static void assertAdmitted(Admission admission) {
        assertThat(admission).isInstanceOfSatisfying(Admission.Admitted.class, admitted -> {
            assertThat(admitted.caller()).isInstanceOf(TokenCaller.class);
            assertThat(admitted.caller().getName()).isEqualTo("1");
        });
    }

    private static AuthResponse refusal(RequestGate gate, String... authorization) {
        return ((Admission.TurnedAway) gate.admit(request(authorization))).answer();
    }

    private static AuthRequest request(String... authorization) {
        return AuthRequest.builder("GET", "/orders")
                .headers(HeaderFields.of(Map.of("Authorization", List.of(authorization))))
                .build();
    }

    private static String tokenOf(TokenLoginResult login) {
        return ((TokenGrant) login).reveal();
    }

    private static String text(AuthResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
