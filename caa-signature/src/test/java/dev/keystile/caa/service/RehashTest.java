package dev.keystile.caa.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.LoginName;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A deployment that raises the cost of its hashes renews each at its user's next login. */
class RehashTest {

    private static final PasswordHasher STRONGER = Pbkdf2PasswordHasher.weakerThanRecommended(20, RandomBytes.secure());

    private final InMemoryUserDirectory users = TestUsers.directory();
    private final TestServer server = TestServer.over(users, settings -> settings.passwordHasher(STRONGER));

    @Test
    void aLoginRenewsAHashOfOlderParameters() {
        server.login();

        assertThat(STRONGER.isCurrent(hashOf(TestUsers.DEMO))).isTrue();
        assertThat(STRONGER.matches(Password.md5Hex(TestUsers.PASSWORD_MD5), hashOf(TestUsers.DEMO)))
                .isTrue();
    }

    @Test
    void theNextLoginLeavesTheRenewedHashAlone() {
        server.login();
        PasswordHash renewed = hashOf(TestUsers.DEMO);
        server.login();

        assertThat(hashOf(TestUsers.DEMO)).isEqualTo(renewed);
    }

    @Test
    void aWrongPasswordRenewsNothing() {
        server.postLogin(TestUsers.DEMO_MOBILE, TestUsers.WRONG_MD5);

        assertThat(hashOf(TestUsers.DEMO)).isEqualTo(TestUsers.hash());
    }

    @Test
    void theRightPasswordOfADisabledUserRenewsNothing() {
        server.postLogin(TestUsers.BANNED_MOBILE, TestUsers.PASSWORD_MD5);

        assertThat(hashOf(TestUsers.BANNED)).isEqualTo(TestUsers.hash());
    }

    @Test
    void aDirectoryThatCannotStoreTheRenewedHashDoesNotFailTheLogin() {
        UserDirectory stubborn = new UnrenewableDirectory(users);
        TestServer other =
                TestServer.over(new InMemoryCredentialStore(), stubborn, settings -> settings.passwordHasher(STRONGER));

        assertThat(other.postLogin(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5)
                        .isOk())
                .isTrue();
    }

    private PasswordHash hashOf(UserId user) {
        return Optional.ofNullable(
                        users.findById(user).orElseThrow().passwords().get(PasswordForm.MD5_HEX))
                .orElseThrow();
    }

    private record UnrenewableDirectory(UserDirectory users) implements UserDirectory {

        @Override
        public Optional<UserAccount> findByMobile(String mobile) {
            return users.findByMobile(mobile);
        }

        @Override
        public Optional<UserAccount> findByLogin(LoginName login) {
            return users.findByLogin(login);
        }

        @Override
        public Optional<UserAccount> findById(UserId id) {
            return users.findById(id);
        }

        @Override
        public void renewPasswordHash(UserId id, PasswordForm form, PasswordHash outdated, PasswordHash fresh) {
            throw new IllegalStateException("This directory is read-only.");
        }
    }
}
