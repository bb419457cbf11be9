package dev.keystile.jwt.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.user.LoginName;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A token is verified in its last millisecond, and then the directory takes two minutes: by now the ledger may have forgotten what
 * speaks against it, so nothing may follow from its silence.
 */
class SlowDirectoryTest {

    private final TokenLedger ledger = new InMemoryTokenLedger();
    private final SlowDirectory users = new SlowDirectory();
    private final TestServer server =
            TestServer.setup().users(users).ledger(ledger).start();

    @ParameterizedTest
    @EnumSource
    void aSpentTokenDoesNotComeBack(Dialect dialect) {
        String token = dialect.login(server);
        dialect.successor(server, token);
        presentedAtTheLastMoment(dialect);

        assertThat(dialect.exchangeTyped(server, token)).isEqualTo(TokenRefusal.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedTokenDoesNotComeBack(Dialect dialect) {
        String token = dialect.login(server);
        dialect.revokeAll(server, TestUsers.DEMO);
        presentedAtTheLastMoment(dialect);

        assertThat(dialect.verify(server, token)).isEqualTo(TokenRefusal.EXPIRED);
        presentedAtTheLastMoment(dialect);
        assertThat(dialect.exchangeTyped(server, token)).isEqualTo(TokenRefusal.EXPIRED);
    }

    private void presentedAtTheLastMoment(Dialect dialect) {
        server.clock().setMillis(TestServer.START + dialect.exchangeable().toMillis() - 1);
        users.whileAsked = () -> {
            server.clock().advance(Duration.ofMinutes(2));
            for (int i = 0; i < 1024; i++) {
                ledger.revokeFamily(
                        new TokenHolder(new UserId("busy"), "busy"),
                        new FamilyId("f"),
                        server.clock().millis(),
                        server.clock().millis() + 1);
            }
        };
    }

    /** The directory of the test users, which lets something else happen while it is asked. */
    private static final class SlowDirectory implements UserDirectory {

        private final InMemoryUserDirectory users = TestUsers.directory();
        private Runnable whileAsked = () -> {};

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
            whileAsked.run();
            return users.findById(id);
        }
    }
}
