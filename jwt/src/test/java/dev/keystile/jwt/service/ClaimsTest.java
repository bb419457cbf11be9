package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.Dialect.BEARER;
import static dev.keystile.jwt.fixture.Dialect.TOKENS;
import static dev.keystile.jwt.fixture.HandMade.claimsOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.HandMade;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.user.UserAccount;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CONTRACTS, "JWT": the claims of both dialects, and what becomes of them in an exchange. */
class ClaimsTest {

    private static final long LOGIN_SECOND = TestServer.START / 1000;

    private final TestServer server = TestServer.standard();

    @Test
    void aTokenOfTokensHasTheseClaimsAndNoOthers() {
        server.clock().advance(Duration.ofMillis(789));

        Map<String, Object> claims = claimsOf(TOKENS.login(server));

        assertThat(claims).containsOnlyKeys("sub", "iss", "iat", "exp", "nbf", "jti", "fam", "lat");
        assertThat(claims)
                .containsEntry("sub", 1L)
                .containsEntry("iss", TestServer.ISSUER)
                .containsEntry("iat", LOGIN_SECOND)
                .containsEntry("exp", LOGIN_SECOND + 20160 * 60)
                .containsEntry("nbf", LOGIN_SECOND)
                .containsEntry("lat", TestServer.START + 789);
        assertThat((String) claims.get("jti")).matches("[A-Za-z0-9]{16}");
        assertThat((String) claims.get("fam")).matches("[A-Za-z0-9]{16}");
    }

    @Test
    void aBearerTokenHasTheseClaimsAndNoOthers() {
        server.clock().advance(Duration.ofMillis(789));

        Map<String, Object> claims = claimsOf(BEARER.login(server));

        assertThat(claims).containsOnlyKeys("sub", "iss", "aud", "exp", "jti", "fam", "lat", "uid");
        assertThat(claims)
                .containsEntry("sub", TestUsers.DEMO_NAME)
                .containsEntry("uid", "1")
                .containsEntry("iss", TestServer.ISSUER)
                .containsEntry("aud", TestServer.AUDIENCE)
                .containsEntry("exp", LOGIN_SECOND + 30 * 60)
                .containsEntry("lat", TestServer.START + 789);
        assertThat((String) claims.get("jti"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat((String) claims.get("fam")).matches("[A-Za-z0-9]{16}");
    }

    @ParameterizedTest
    @EnumSource
    void theHeaderIsTypAndAlg(Dialect dialect) {
        String header = dialect.login(server).split("\\.", -1)[0];

        assertThat(new String(Base64.getUrlDecoder().decode(header), UTF_8))
                .isEqualTo("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");
    }

    @Test
    void aNumericSubjectIsWrittenAsANumber() {
        assertThat(payloadOf(TOKENS.login(server))).startsWith("{\"sub\":1,");
    }

    @Test
    void aNumericSubjectIsWrittenAsAStringWhereTheServerSaysSo() {
        TestServer texts =
                TestServer.setup().tokens(TokensBuilder::textSubjects).start();

        assertThat(payloadOf(TOKENS.login(texts))).startsWith("{\"sub\":\"1\",");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSubjectIsAcceptedAsANumberAndAsAString(boolean writesTexts) {
        TestServer either = TestServer.setup()
                .tokens(settings -> {
                    if (writesTexts) {
                        settings.textSubjects();
                    }
                })
                .start();
        String token = TOKENS.login(either);

        for (Object subject : new Object[] {1, "1"}) {
            String spelled = HandMade.altered(token, Map.of("sub", subject));
            assertThat(TOKENS.personal(either, spelled)).isEqualTo(Expected.personalOf("1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "-1", "+1", "1.0", "1e0", " 1", "9007199254740993", "user-1"})
    void anIdThatIsNoCanonicalNumberIsWrittenAsAString(String id) {
        TokenGrant grant = server.tokens().issue(accountWithId(id));

        assertThat(payloadOf(grant.reveal())).contains("\"sub\":\"" + id + "\",");
    }

    @ParameterizedTest
    @EnumSource
    void anExchangeKeepsTheLoginAndRenewsTheRest(Dialect dialect) {
        String first = dialect.login(server);
        server.clock().advance(Duration.ofMillis(90_500));

        Map<String, Object> before = claimsOf(first);
        Map<String, Object> after = claimsOf(dialect.successor(server, first));

        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        for (String kept : new String[] {"fam", "lat", "sub", "iss"}) {
            assertThat(after.get(kept)).as(kept).isEqualTo(before.get(kept));
        }
        assertThat(after)
                .containsEntry("exp", LOGIN_SECOND + 90 + dialect.lifetime().toSeconds());
        assertThat(after.get("jti")).isNotEqualTo(before.get("jti"));
    }

    @Test
    void anExchangeKeepsIatAndRenewsNbf() {
        String first = TOKENS.login(server);
        server.clock().advance(Duration.ofSeconds(90));

        assertThat(claimsOf(TOKENS.successor(server, first)))
                .containsEntry("iat", LOGIN_SECOND)
                .containsEntry("nbf", LOGIN_SECOND + 90);
    }

    @Test
    void anExchangeRenewsIatWhereTheWindowSlides() {
        TestServer sliding = TestServer.setup()
                .tokens(settings -> settings.slidingRefreshWindow(Duration.ofDays(28)))
                .start();
        String first = TOKENS.login(sliding);
        sliding.clock().advance(Duration.ofSeconds(90));

        assertThat(claimsOf(TOKENS.successor(sliding, first)))
                .containsEntry("iat", LOGIN_SECOND + 90)
                .containsEntry("lat", TestServer.START);
    }

    @ParameterizedTest
    @EnumSource
    void everyLoginIsAFamilyAndEveryTokenHasAnIdOfItsOwn(Dialect dialect) {
        Map<String, Object> one = claimsOf(dialect.login(server));
        Map<String, Object> two = claimsOf(dialect.login(server));

        assertThat(one.get("fam")).isNotEqualTo(two.get("fam"));
        assertThat(one.get("jti")).isNotEqualTo(two.get("jti"));
    }

    /** RFC 7519, section 4.1.7, with numbers: the ids of 1000 tokens are 1000. */
    @Test
    void idsDoNotRepeat() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> claimsOf(server.tokens()
                                        .issue(TestUsers.demo(false))
                                        .reveal())
                                .get("jti"))
                        .distinct())
                .hasSize(1_000);
    }

    @Test
    void aHundredExchangesMakeNoTokenLongerThanTheFirst() {
        for (Dialect dialect : Dialect.values()) {
            String first = dialect.login(server);
            String latest = first;
            for (int i = 0; i < 100; i++) {
                server.clock().advance(Duration.ofSeconds(1));
                latest = dialect.successor(server, latest);
            }
            assertThat(latest.length()).as("%s", dialect).isLessThanOrEqualTo(first.length() + 4);
        }
    }

    private static UserAccount accountWithId(String id) {
        return new UserAccount(new UserId(id), "x", false, Map.of(), UserProfile.empty());
    }

    private static String payloadOf(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
    }
}
