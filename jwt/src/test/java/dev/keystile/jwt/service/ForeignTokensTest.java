package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.Dialect.BEARER;
import static dev.keystile.jwt.fixture.Dialect.TOKENS;
import static dev.keystile.jwt.fixture.HandMade.NOTHING;
import static dev.keystile.jwt.fixture.HandMade.altered;
import static dev.keystile.jwt.fixture.HandMade.claimsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.HandMade;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * CONTRACTS, "a foreign token without them": what another service signed with our key counts as one of ours, with {@code fam} =
 * {@code jti} and {@code lat} = {@code iat} × 1000.
 */
class ForeignTokensTest {

    private static final long SECOND = TestServer.START / 1000;

    private final TestServer server = TestServer.standard();

    @ParameterizedTest
    @EnumSource
    void aForeignTokenIsAccepted(Dialect dialect) {
        assertThat(dialect.personal(server, foreign(dialect))).isEqualTo(Expected.personalOf("1"));
    }

    @Test
    void itsSuccessorIsOfTheFamilyAndTheLoginThatItStandsFor() {
        String successor = TOKENS.successor(server, foreign(TOKENS));

        assertThat(claimsOf(successor))
                .containsEntry("fam", "J92UFQSeZ3D1ORXS")
                .containsEntry("lat", (SECOND - 60) * 1000)
                .containsEntry("iat", SECOND - 60);
    }

    @ParameterizedTest
    @EnumSource
    void itIsExchangedOnce(Dialect dialect) {
        String token = foreign(dialect);
        dialect.successor(server, token);

        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
        assertThat(dialect.personal(server, token)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void itIsRevokedWithItsSuccessors(Dialect dialect) {
        String token = foreign(dialect);
        String successor = dialect.successor(server, token);

        assertThat(dialect.revoke(server, token)).isTrue();

        assertThat(dialect.personal(server, successor)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void itIsRevokedWithEveryLoginOfItsUser(Dialect dialect) {
        String token = foreign(dialect);
        String successor = dialect.successor(server, token);

        dialect.revokeAll(server, TestUsers.DEMO);

        assertThat(dialect.personal(server, token)).isEqualTo(dialect.refusal());
        assertThat(dialect.personal(server, successor)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ключ", "!\"§$%&/()=?", "😀"})
    void anIdThatCannotNameAFamilyStillIsOne(String id) {
        String token = HandMade.token(
                Map.of("sub", 1, "iss", TestServer.ISSUER, "iat", SECOND, "exp", SECOND + 60, "jti", id));
        String successor = TOKENS.successor(server, token);

        TOKENS.revoke(server, successor);

        assertThat(TOKENS.verify(server, token)).isEqualTo(TokenRefusal.REVOKED);
    }

    @Test
    void theLongestIdIsKept() {
        String id = "j".repeat(255);
        String token = altered(TOKENS.login(server), Map.of("jti", id, "fam", NOTHING));

        TOKENS.successor(server, token);

        assertThat(TOKENS.verify(server, token)).isEqualTo(TokenRefusal.SPENT);
    }

    @ParameterizedTest
    @EnumSource
    void whatHasNoIdCannotBeSpentAndIsRefused(Dialect dialect) {
        for (Object id : List.of(NOTHING, "", 1, List.of("a"), "j".repeat(256))) {
            String token = altered(dialect.login(server), Map.of("jti", id));

            assertThat(dialect.personal(server, token)).isEqualTo(dialect.refusal());
            assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
        }
    }

    @Test
    void aBearerTokenWithoutTheUsersIdIsTheUsersOfThatName() {
        String token = altered(BEARER.login(server), Map.of("uid", NOTHING));

        assertThat(BEARER.personal(server, token)).isEqualTo(Expected.personalOf("1"));
        assertThat(claimsOf(BEARER.successor(server, token))).containsEntry("uid", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestUsers.DEMO_PHONE, TestUsers.DEMO_EMAIL, "Demo", "demo ", "1"})
    void aBearerTokenIsNobodysByAnythingButTheName(String subject) {
        String token = altered(BEARER.login(server), Map.of("uid", NOTHING, "sub", subject));

        assertThat(BEARER.verify(server, token)).isEqualTo(TokenRefusal.USER_GONE);
    }

    @Test
    void aBearerTokenWhoseUsersIdIsNoTextIsNobodys() {
        for (Object id : List.of(1, true, List.of("1"), "", "a\u0000b")) {
            String token = altered(BEARER.login(server), Map.of("uid", id));

            assertThat(BEARER.personal(server, token)).isEqualTo(Expected.REVOKED);
        }
    }

    @Test
    void theUsersIdOutranksTheName() {
        String token = altered(BEARER.login(server), Map.of("uid", "2"));

        assertThat(BEARER.personal(server, token)).isEqualTo(Expected.personalOf("2"));
    }

    /** As another service would write it: the registered claims of the dialect and nothing else. */
    private static String foreign(Dialect dialect) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", dialect == TOKENS ? 1 : TestUsers.DEMO_NAME);
        claims.put("iss", TestServer.ISSUER);
        if (dialect == TOKENS) {
            claims.put("iat", SECOND - 60);
            claims.put("nbf", SECOND - 60);
        } else {
            claims.put("aud", TestServer.AUDIENCE);
        }
        claims.put("exp", SECOND + 60);
        claims.put("jti", "J92UFQSeZ3D1ORXS");
        return HandMade.token(claims);
    }
}
