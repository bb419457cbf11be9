package dev.keystile.jwt.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.fixture.Answer;
import dev.keystile.fixture.RecordingHasher;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * CONTRACTS, "the same work done for both": an unknown login and a wrong password are the same bytes after the same work, and so is
 * whatever else must not be told apart.
 */
class EqualRefusalsTest {

    private static final List<String> ONE_COMPARISON =
            List.of("match $pbkdf2-sha256$i=10$" + "x".repeat(22) + "$" + "x".repeat(43));

    private final RecordingHasher hasher = new RecordingHasher(TestUsers.hasher());
    private final InMemoryUserDirectory users = TestUsers.directory()
            .put(account("6", "hashless", Map.of()), "13800138006")
            .put(account("7", "foreign", Map.of(PasswordForm.PLAIN, PasswordHash.parse("$other$x"))), "13800138007")
            .put(account("8", "md5", Map.of(PasswordForm.MD5_HEX, PasswordHash.parse("$other$x"))), "13800138008");
    private final TestServer server = TestServer.setup()
            .users(users)
            .both(settings -> settings.passwordHasher(hasher))
            .start();

    @BeforeEach
    void forgetWhatSettingUpCost() {
        hasher.drain();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "TOKENS, nobody, right",
        "TOKENS, nobody@example.com, right",
        "TOKENS, 13800138999, right",
        "TOKENS, demo, wrong",
        "TOKENS, banned, wrong",
        "TOKENS, hashless, right",
        "TOKENS, foreign, right",
        "TOKENS, md5, right",
        "BEARER, nobody, right",
        "BEARER, demo, wrong",
        "BEARER, banned, wrong",
        "BEARER, banned, right",
        "BEARER, hashless, right",
        "BEARER, foreign, right",
        "BEARER, md5, right"
    })
    void everyRefusalIsTheSameBytesForTheSameWork(Dialect dialect, String name, String password) {
        Answer answer = dialect.postLogin(
                server, name, password.equals("right") ? TestUsers.PASSWORD : TestUsers.WRONG_PASSWORD);

        assertThat(answer).isEqualTo(dialect == Dialect.TOKENS ? Expected.WRONG_LOGIN : Expected.WRONG_USER_LOGIN);
        assertThat(hasher.drain()).isEqualTo(ONE_COMPARISON);
    }

    @ParameterizedTest
    @CsvSource({"TOKENS, 256", "BEARER, 256", "TOKENS, 60000"})
    void aLoginTooLongToBeOneIsNobodysAfterTheSameWork(Dialect dialect, int length) {
        Answer answer = dialect.postLogin(server, "x".repeat(length), TestUsers.PASSWORD);

        assertThat(answer).isEqualTo(dialect == Dialect.TOKENS ? Expected.WRONG_LOGIN : Expected.WRONG_USER_LOGIN);
        assertThat(hasher.drain()).isEqualTo(ONE_COMPARISON);
    }

    @Test
    void aDisabledUserIsToldSoAfterTheSameWorkAsAnyOther() {
        assertThat(Dialect.TOKENS.postLogin(server, TestUsers.BANNED_NAME, TestUsers.PASSWORD))
                .isEqualTo(Expected.DISABLED);
        assertThat(hasher.drain()).isEqualTo(ONE_COMPARISON);
    }

    @Test
    void aGrantCostsTheSameWork() {
        Dialect.TOKENS.login(server);

        assertThat(hasher.drain()).isEqualTo(ONE_COMPARISON);
    }

    private static UserAccount account(String id, String name, Map<PasswordForm, PasswordHash> passwords) {
        return new UserAccount(new UserId(id), name, false, passwords, UserProfile.empty());
    }
}
