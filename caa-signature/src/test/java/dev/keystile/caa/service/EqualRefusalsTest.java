package dev.keystile.caa.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.fixture.RecordingHasher;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contracts, "Login": wrong mobile, wrong password and a disabled user are one answer, with the same work done for all, so
 * that nobody learns who has an account.
 */
class EqualRefusalsTest {

    private static final String HASHLESS_MOBILE = "13800138006";
    private static final String FOREIGN_MOBILE = "13800138007";

    private final RecordingHasher hasher = new RecordingHasher(TestUsers.hasher());
    private final InMemoryUserDirectory users = TestUsers.directory()
            .put(new UserAccount(new UserId("6"), "hashless", false, Map.of(), UserProfile.empty()), HASHLESS_MOBILE)
            .put(TestUsers.account(new UserId("7"), "foreign", false, PasswordHash.parse("$other$x")), FOREIGN_MOBILE);
    private final TestServer server = TestServer.over(users, settings -> settings.passwordHasher(hasher));

    @BeforeEach
    void forgetWhatSettingUpCost() {
        hasher.drain();
        hasher.drainLooks();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an unknown mobile," + TestUsers.UNKNOWN_MOBILE + ", right",
        "a wrong password," + TestUsers.DEMO_MOBILE + ", wrong",
        "a disabled user with the right password," + TestUsers.BANNED_MOBILE + ", right",
        "a disabled user with a wrong password," + TestUsers.BANNED_MOBILE + ", wrong",
        "a user without a password of this form," + HASHLESS_MOBILE + ", right",
        "a user whose hash nobody recognises," + FOREIGN_MOBILE + ", right"
    })
    void everyRefusalIsTheSameBytesForTheSameWork(String who, String mobile, String password) {
        Answer answer =
                server.postLogin(mobile, password.equals("right") ? TestUsers.PASSWORD_MD5 : TestUsers.WRONG_MD5);

        assertThat(answer).isEqualTo(Answer.WRONG_MOBILE_OR_PASSWORD);
        assertThat(hasher.drain())
                .isEqualTo(List.of("match $pbkdf2-sha256$i=10$" + "x".repeat(22) + "$" + "x".repeat(43)));
        assertThat(hasher.drainLooks()).as("hashes that were parsed before").isOne();
    }
}
