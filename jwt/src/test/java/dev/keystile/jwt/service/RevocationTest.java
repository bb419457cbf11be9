package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.Dialect.BEARER;
import static dev.keystile.jwt.fixture.Dialect.TOKENS;
import static dev.keystile.jwt.fixture.HandMade.altered;
import static dev.keystile.jwt.fixture.HandMade.claimsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.UserId;
import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.HandMade;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryUserDirectory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CONTRACTS, "revoking a JWT (logout) by API": of one login, and of all of a user. */
class RevocationTest {

    private final InMemoryUserDirectory users = TestUsers.directory();
    private final TestServer server = TestServer.setup().users(users).start();

    @ParameterizedTest
    @EnumSource
    void aRevokedTokenIsGoodForNothing(Dialect dialect) {
        String token = dialect.login(server);

        assertThat(dialect.revoke(server, token)).isTrue();

        assertThat(dialect.verify(server, token)).isEqualTo(TokenRefusal.REVOKED);
        assertThat(dialect.personal(server, token)).isEqualTo(dialect.refusal());
        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void toRevokeAnyTokenOfALoginEndsTheLogin(Dialect dialect) {
        String first = dialect.login(server);
        String second = dialect.successor(server, first);
        String third = dialect.successor(server, second);

        assertThat(dialect.revoke(server, second)).isTrue();

        assertThat(dialect.verify(server, third)).isEqualTo(TokenRefusal.REVOKED);
        assertThat(dialect.exchange(server, third)).isEqualTo(dialect.refusal());
    }

    @Test
    void anExpiredTokenThatCouldStillBeExchangedCanBeRevoked() {
        String token = TOKENS.login(server);
        server.clock().advance(Duration.ofDays(20));

        assertThat(TOKENS.revoke(server, token)).isTrue();

        assertThat(TOKENS.exchange(server, token)).isEqualTo(Expected.INVALID_TOKEN);
    }

    @Test
    void aTokenThatNobodyCouldUseAnyMoreIsNotRevoked() {
        String token = TOKENS.login(server);
        String bearer = BEARER.login(server);
        server.clock().advance(Duration.ofDays(28));

        assertThat(TOKENS.revoke(server, token)).isFalse();
        assertThat(BEARER.revoke(server, bearer)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void otherLoginsGoOn(Dialect dialect) {
        String token = dialect.login(server);
        String sibling = dialect.login(server);
        String strangers = dialect.login(server, TestUsers.OTHER_NAME);

        dialect.revoke(server, token);

        assertThat(dialect.personal(server, sibling)).isEqualTo(Expected.personalOf("1"));
        assertThat(dialect.personal(server, strangers)).isEqualTo(Expected.personalOf("2"));
    }

    @ParameterizedTest
    @EnumSource
    void aForgedTokenRevokesNothing(Dialect dialect) {
        String token = dialect.login(server);

        assertThat(dialect.revoke(server, HandMade.forged(token))).isFalse();
        assertThat(dialect.revoke(server, token.substring(0, token.lastIndexOf('.') + 1)))
                .isFalse();
        assertThat(dialect.revoke(server, "")).isFalse();

        assertThat(dialect.personal(server, token)).isEqualTo(Expected.personalOf("1"));
    }

    /** A token of one user that names the family of another: only whoever has the key could make it, and it does nothing. */
    @ParameterizedTest
    @EnumSource
    void aFamilyIsRevokedInTheNameOfItsOwnUserAlone(Dialect dialect) {
        String token = dialect.login(server);
        String strangers = altered(
                dialect.login(server, TestUsers.OTHER_NAME),
                Map.of("fam", claimsOf(token).get("fam")));

        assertThat(dialect.revoke(server, strangers)).isTrue();

        assertThat(dialect.personal(server, token)).isEqualTo(Expected.personalOf("1"));
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOfTheOtherKindRevokesNothing(Dialect dialect) {
        Dialect other = dialect == TOKENS ? BEARER : TOKENS;
        String token = other.login(server);

        assertThat(dialect.revoke(server, token)).isFalse();

        assertThat(other.personal(server, token)).isEqualTo(Expected.personalOf("1"));
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOfAUserWhoIsGoneRevokesNothing(Dialect dialect) {
        String token = dialect.login(server);
        users.remove(TestUsers.DEMO);

        assertThat(dialect.revoke(server, token)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOfADisabledUserCanBeRevokedAndStaysSo(Dialect dialect) {
        String token = dialect.login(server);
        TestUsers.put(users, TestUsers.demo(true));
        assertThat(dialect.revoke(server, token)).isTrue();

        TestUsers.put(users, TestUsers.demo(false));

        assertThat(dialect.verify(server, token)).isEqualTo(TokenRefusal.REVOKED);
    }

    @ParameterizedTest
    @EnumSource
    void everythingUpToTheMillisecondOfTheRevocationDiesAndTheNextLoginLives(Dialect dialect) {
        String before = dialect.login(server);
        server.clock().advance(Duration.ofMillis(5));
        String atOnce = dialect.login(server);
        dialect.revokeAll(server, TestUsers.DEMO);
        String sameMillisecond = dialect.login(server);
        server.clock().advance(Duration.ofMillis(1));
        String after = dialect.login(server);

        assertThat(dialect.verify(server, before)).isEqualTo(TokenRefusal.REVOKED);
        assertThat(dialect.verify(server, atOnce)).isEqualTo(TokenRefusal.REVOKED);
        assertThat(dialect.verify(server, sameMillisecond)).isEqualTo(TokenRefusal.REVOKED);
        assertThat(dialect.verify(server, after)).isInstanceOf(TokenCaller.class);
        assertThat(claimsOf(after).get("exp")).isEqualTo(claimsOf(before).get("exp"));
    }

    @ParameterizedTest
    @EnumSource
    void whatALoginWasExchangedForSinceDiesWithIt(Dialect dialect) {
        String token = dialect.login(server);
        server.clock().advance(Duration.ofMinutes(1));
        String successor = dialect.successor(server, token);

        dialect.revokeAll(server, TestUsers.DEMO);

        assertThat(dialect.verify(server, successor)).isEqualTo(TokenRefusal.REVOKED);
        assertThat(dialect.exchange(server, successor)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void otherUsersGoOn(Dialect dialect) {
        String strangers = dialect.login(server, TestUsers.OTHER_NAME);

        dialect.revokeAll(server, TestUsers.DEMO);

        assertThat(dialect.personal(server, strangers)).isEqualTo(Expected.personalOf("2"));
    }

    @ParameterizedTest
    @EnumSource
    void toRevokeAllOfANobodyIsNoFailure(Dialect dialect) {
        dialect.revokeAll(server, new UserId("nobody"));

        assertThat(dialect.personal(server, dialect.login(server))).isEqualTo(Expected.personalOf("1"));
    }

    /** Whoever changes a password and revokes all ends a login, too, that is just being checked against the old one. */
    @ParameterizedTest
    @EnumSource
    void aLoginWithTheOldPasswordDoesNotOutliveTheRevocationThatOvertookIt(Dialect dialect) {
        AtomicReference<TestServer> host = new AtomicReference<>();
        host.set(TestServer.setup()
                .both(settings -> settings.passwordHasher(new OvertakenHasher(() -> {
                    host.get().clock().advance(Duration.ofMillis(50));
                    dialect.revokeAll(host.get(), TestUsers.DEMO);
                    host.get().clock().advance(Duration.ofMillis(50));
                })))
                .start());

        String token = dialect.login(host.get());

        assertThat(dialect.verify(host.get(), token)).isEqualTo(TokenRefusal.REVOKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jti", "exp", "role"})
    void aRevokedTokenStaysRevokedHoweverItIsSignedAnew(String claim) {
        String token = TOKENS.login(server);
        TOKENS.revoke(server, token);
        Object changed = claim.equals("exp") ? TestServer.START / 1000 + 60 : "changed";

        assertThat(TOKENS.verify(server, altered(token, Map.of(claim, changed))))
                .isEqualTo(TokenRefusal.REVOKED);
    }

    /** A hasher that takes its time: something else happens meanwhile. */
    private record OvertakenHasher(Runnable meanwhile) implements ForwardingHasher {

        @Override
        public boolean matches(Password password, PasswordHash hash) {
            meanwhile.run();
            return ForwardingHasher.super.matches(password, hash);
        }
    }
}
