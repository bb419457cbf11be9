package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.HandMade.claimsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.UserProfile;
import dev.keystile.jwt.VerifiedToken;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims of the application's own: asked for at every login and every exchange, and never in the place of the issuer's. */
class CustomClaimsTest {

    private static final List<String> RESERVED = List.of("sub", "iss", "aud", "iat", "exp", "nbf", "jti", "fam", "lat");

    @ParameterizedTest
    @EnumSource
    void theyAreInTheTokenAsTheyWereTold(Dialect dialect) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("role", "admin");
        told.put("limits", List.of(1L, 2L));
        told.put("nothing", null);
        TestServer server = TestServer.setup()
                .both(settings -> settings.claims(account -> told))
                .start();
        String token = dialect.login(server);

        TokenCaller caller = (TokenCaller) dialect.verify(server, token);

        assertThat(claimsOf(token)).containsAllEntriesOf(told);
        VerifiedToken verified = caller.token();
        assertThat(verified.customText("role")).contains("admin");
        assertThat(verified.customClaims()).containsAllEntriesOf(told);
    }

    @ParameterizedTest
    @EnumSource
    void anExchangeAsksForThemAnewAndTakesNoneOver(Dialect dialect) {
        InMemoryUserDirectory users = TestUsers.directory();
        TestServer server = TestServer.setup()
                .users(users)
                .both(settings -> settings.claims(
                        account -> Map.of("is_" + account.profile().members().get("bio"), true)))
                .start();
        String token = dialect.login(server);
        UserAccount former = TestUsers.demo(false);
        TestUsers.put(
                users,
                new UserAccount(
                        former.id(),
                        former.name(),
                        false,
                        former.passwords(),
                        UserProfile.of(Map.of("bio", "changed"))));

        String successor = dialect.successor(server, token);

        assertThat(claimsOf(token)).containsEntry("is_演示", true);
        assertThat(claimsOf(successor)).containsEntry("is_changed", true).doesNotContainKey("is_演示");
    }

    @ParameterizedTest
    @EnumSource
    void aRenamedUserIsNamedAnewByAnExchange(Dialect dialect) {
        InMemoryUserDirectory users = TestUsers.directory();
        TestServer server = TestServer.setup().users(users).start();
        String token = dialect.login(server);
        TestUsers.put(users, TestUsers.account(TestUsers.DEMO, "renamed", false));

        Object subject = claimsOf(dialect.successor(server, token)).get("sub");

        assertThat(subject).isEqualTo(dialect == Dialect.BEARER ? "renamed" : 1L);
    }

    @ParameterizedTest
    @EnumSource
    void theIssuersOwnClaimsCannotBeNamed(Dialect dialect) {
        for (String name : RESERVED) {
            assertThatThrownBy(() -> issue(dialect, name))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"" + name + "\"");
        }
    }

    @Test
    void theClaimByWhichTheBearerDialectNamesItsUserCannotBeNamedThere() {
        assertThatThrownBy(() -> issue(Dialect.BEARER, "uid"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"uid\"");
        assertThat(claimsOf(issue(Dialect.TOKENS, "uid").reveal())).containsEntry("uid", "mine");
    }

    @ParameterizedTest
    @CsvSource({"TOKENS, 500", "BEARER, 400"})
    void aLoginWithAReservedClaimFailsAndShowsNothing(Dialect dialect, int status) {
        TestServer server = TestServer.setup()
                .both(settings -> settings.claims(account -> Map.of("exp", 1)))
                .start();

        assertThat(dialect.postLogin(server, TestUsers.DEMO_NAME, TestUsers.PASSWORD))
                .isEqualTo(dialect.failure())
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(status));
    }

    private static TokenGrant issue(Dialect dialect, String claim) {
        TestServer server = TestServer.setup()
                .both(settings -> settings.claims(account -> Map.of(claim, "mine")))
                .start();
        return dialect.issue(server, TestUsers.demo(false));
    }
}
