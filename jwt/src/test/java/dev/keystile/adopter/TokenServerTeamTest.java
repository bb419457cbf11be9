package dev.keystile.adopter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.fixture.IssuedSecrets;
import dev.keystile.http.AuthResponse;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.endpoint.BearerAnswers;
import dev.keystile.jwt.endpoint.TokenAnswers;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.TokenAuthentication;
import dev.keystile.jwt.service.TokenCaller;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.jwt.service.TokenLoginRefusal;
import dev.keystile.jwt.service.TokenRefreshResult;
import dev.keystile.jwt.service.TokenRefusal;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.user.UserAccount;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The typed calls, as controllers and filters of somebody else's framework make them. */
class TokenServerTeamTest {

    private static final String PASSWORD = IssuedSecrets.ofTheSuite().note("correct horse battery");
    private static final UserId USER = new UserId("42");

    private final PasswordHasher hasher = Pbkdf2PasswordHasher.weakerThanRecommended(10, RandomBytes.secure());
    private final UserAccount ada =
            new UserAccount(USER, "ada", false, hasher.hashEveryForm(PASSWORD), UserProfile.of(Map.of("name", "Ada")));
    private final InMemoryUserDirectory users = new InMemoryUserDirectory().put(ada, "13800138000");
    private final TokenLedger ledger = new InMemoryTokenLedger();
    private final KeyRing keys = KeyRing.of(
            TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure())));

    private final Tokens tokens = Tokens.builder(keys, "https://api.example.com/tokens", ledger, users)
            .passwordHasher(hasher)
            .exchangePolicy(ExchangePolicy.strict()
                    .withGraceWindow(Duration.ofSeconds(5))
                    .withReuseDetection())
            .claims(account -> Map.of("role", "reader"))
            .leeway(Duration.ofSeconds(5))
            .lifetime(Duration.ofDays(1))
            .refreshWindow(Duration.ofDays(7))
            .acceptingLifetimesUpTo(Duration.ofDays(14))
            .acceptingNestedIssuer()
            .textSubjects()
            .random(RandomBytes.secure())
            .clock(Clock.systemUTC())
            .build();

    private final BearerTokens bearer = BearerTokens.builder(
                    keys, "https://api.example.com", "https://game.example.com", ledger, users)
            .passwordHasher(hasher)
            .lifetime(Duration.ofMinutes(15))
            .build();

    @Test
    void aControllerLogsAUserInAndTellsWhoItIs() {
        TokenGrant grant = (TokenGrant) tokens.login("ada", PASSWORD);

        assertThat(grant.reveal()).contains(".");
        assertThat(grant.account().id()).isEqualTo(USER);
        assertThat(grant.profile().members()).isEqualTo(Map.of("name", "Ada"));
    }

    @Test
    void aControllerTellsWhyALoginWasRefused() {
        assertThat(tokens.login("nobody", PASSWORD)).isEqualTo(TokenLoginRefusal.WRONG_LOGIN_OR_PASSWORD);
        assertThat(bearer.login("ada", "wrong")).isEqualTo(TokenLoginRefusal.WRONG_LOGIN_OR_PASSWORD);
        assertThat(TokenAnswers.refused(TokenLoginRefusal.WRONG_LOGIN_OR_PASSWORD)
                        .status())
                .isEqualTo(422);
    }

    /** Single sign-on: the user proved who they are elsewhere. */
    @Test
    void aControllerIssuesATokenForAUserWhomItKnowsByOtherMeans() {
        String token = tokens.issue(ada).reveal();

        assertThat(tokens.verify(token)).isInstanceOf(TokenCaller.class);
    }

    @Test
    void aFilterLearnsWhoCallsAndWhatTheTokenSays() {
        TokenAuthentication result = tokens.verify(tokens.issue(ada).reveal());

        assertThat(result).isInstanceOfSatisfying(TokenCaller.class, caller -> {
            assertThat(caller.userId()).isEqualTo(USER);
            assertThat(caller.account().name()).isEqualTo("ada");
            assertThat(caller.token().subject()).isEqualTo("42");
            assertThat(caller.token().customText("role")).contains("reader");
        });
    }

    @Test
    void aFilterAnswersARefusalAsTheContractDoes() {
        TokenAuthentication result = tokens.verify("no token");

        AuthResponse answer = TokenAnswers.refused((TokenRefusal) result);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        assertThat(BearerAnswers.revoked().status()).isEqualTo(401);
        assertThat(BearerAnswers.unauthenticated().body()).isEmpty();
    }

    @Test
    void everyRefusalOfATokenHasAnAnswer() {
        for (TokenRefusal refusal : TokenRefusal.values()) {
            assertThat(TokenAnswers.refused(refusal).status())
                    .isEqualTo(refusal == TokenRefusal.USER_DISABLED ? 403 : 401);
        }
    }

    @Test
    void aControllerExchangesATokenOnce() {
        String token = bearer.issue(ada).reveal();

        TokenRefreshResult first = bearer.exchange(token);
        TokenRefreshResult second = bearer.exchange(token);

        assertThat(first)
                .isInstanceOfSatisfying(
                        TokenGrant.class,
                        grant -> assertThat(bearer.verify(grant.reveal())).isInstanceOf(TokenCaller.class));
        assertThat(second).isEqualTo(TokenRefusal.SPENT);
    }

    @Test
    void aControllerLogsAUserOut() {
        String token = tokens.issue(ada).reveal();

        assertThat(tokens.revoke(token)).isTrue();
        assertThat(tokens.verify(token)).isEqualTo(TokenRefusal.REVOKED);
    }

    @Test
    void anAdministratorEndsEveryLoginOfAUser() {
        String token = bearer.issue(ada).reveal();

        bearer.revokeAll(USER);

        assertThat(bearer.verify(token)).isEqualTo(TokenRefusal.REVOKED);
    }

    @Test
    void aDeveloperAsksWhyATokenIsRefused() {
        String token = tokens.issue(ada).reveal();
        tokens.exchange(token);

        assertThat(tokens.explain(token)).contains("user: \"42\"").endsWith("ledger: SPENT");
        assertThat(bearer.explain(token)).startsWith("verdict: WRONG_ISSUER");
    }

    @Test
    void aServiceTellsItsTimes() {
        assertThat(tokens.lifetime()).isEqualTo(Duration.ofDays(1));
        assertThat(tokens.refreshWindow()).isEqualTo(Duration.ofDays(7));
    }
}
