package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.Dialect.BEARER;
import static dev.keystile.jwt.fixture.Dialect.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryUserDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CONTRACTS, "JWT": tokens of users who are disabled or gone. */
class UserStatusTest {

    private final InMemoryUserDirectory users = TestUsers.directory();
    private final TestServer server = TestServer.setup().users(users).start();

    @Test
    void aDisabledUsersTokenIsForbiddenAtAnExchange() {
        String token = TOKENS.login(server);
        disable(true);

        assertThat(server.send("PATCH", "/tokens/" + token)).isEqualTo(Expected.DISABLED);
        assertThat(TOKENS.exchange(server, token)).isEqualTo(Expected.DISABLED);
    }

    @Test
    void aDisabledUsersBearerTokenIsLikeAnyThatDoesNotHold() {
        String token = BEARER.login(server);
        disable(true);

        assertThat(BEARER.exchange(server, token)).isEqualTo(Expected.REVOKED);
    }

    @Test
    void aDisabledUsersTokensAreDead() {
        String token = TOKENS.login(server);
        String bearer = BEARER.login(server);
        disable(true);

        assertThat(TOKENS.personal(server, token)).isEqualTo(Expected.DISABLED);
        assertThat(BEARER.personal(server, bearer)).isEqualTo(Expected.REVOKED);
    }

    @ParameterizedTest
    @EnumSource
    void theTypedCallsSayThatTheUserIsDisabled(Dialect dialect) {
        String token = dialect.login(server);
        disable(true);

        assertThat(dialect.verify(server, token)).isEqualTo(TokenRefusal.USER_DISABLED);
        assertThat(dialect.exchangeTyped(server, token)).isEqualTo(TokenRefusal.USER_DISABLED);
        assertThat(dialect.loginTyped(server, TestUsers.DEMO_NAME, TestUsers.PASSWORD))
                .isEqualTo(TokenLoginRefusal.USER_DISABLED);
    }

    @ParameterizedTest
    @EnumSource
    void theTokenStaysUnspentAndWorksOnceTheUserIsEnabledAgain(Dialect dialect) {
        String token = dialect.login(server);
        disable(true);
        dialect.exchange(server, token);
        disable(false);

        assertThat(dialect.personal(server, token)).isEqualTo(Expected.personalOf("1"));
        assertThat(dialect.personal(server, dialect.successor(server, token))).isEqualTo(Expected.personalOf("1"));
    }

    @ParameterizedTest
    @EnumSource
    void aSpentTokenOfADisabledUserIsToldAsSpent(Dialect dialect) {
        String token = dialect.login(server);
        dialect.successor(server, token);
        disable(true);

        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
        assertThat(dialect.exchangeTyped(server, token)).isEqualTo(TokenRefusal.SPENT);
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedTokenOfADisabledUserIsToldAsRevoked(Dialect dialect) {
        String token = dialect.login(server);
        dialect.revoke(server, token);
        disable(true);

        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
        assertThat(dialect.exchangeTyped(server, token)).isEqualTo(TokenRefusal.REVOKED);
    }

    @Test
    void anExpiredTokenOfADisabledUserIsToldAsExpired() {
        String token = TOKENS.login(server);
        server.clock().advance(TOKENS.exchangeable());
        disable(true);

        assertThat(TOKENS.exchange(server, token)).isEqualTo(Expected.INVALID_TOKEN);
    }

    @ParameterizedTest
    @EnumSource
    void aUserWhoIsGoneHasNoTokens(Dialect dialect) {
        String token = dialect.login(server);
        users.remove(TestUsers.DEMO);

        assertThat(dialect.personal(server, token)).isEqualTo(dialect.refusal());
        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
        assertThat(dialect.verify(server, token)).isEqualTo(TokenRefusal.USER_GONE);
        assertThat(dialect.exchangeTyped(server, token)).isEqualTo(TokenRefusal.USER_GONE);
    }

    @ParameterizedTest
    @EnumSource
    void aUserWhoIsGoneCannotLogIn(Dialect dialect) {
        users.remove(TestUsers.DEMO);

        assertThat(dialect.loginTyped(server, TestUsers.DEMO_NAME, TestUsers.PASSWORD))
                .isEqualTo(TokenLoginRefusal.WRONG_LOGIN_OR_PASSWORD);
    }

    private void disable(boolean disabled) {
        TestUsers.put(users, TestUsers.demo(disabled));
    }
}
