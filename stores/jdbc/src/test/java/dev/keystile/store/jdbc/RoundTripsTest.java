package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.StatementName.ADVANCE;
import static dev.keystile.store.jdbc.StatementName.COUNT_ATTEMPT;
import static dev.keystile.store.jdbc.StatementName.DELETE_LOGIN;
import static dev.keystile.store.jdbc.StatementName.DELETE_LOGINS;
import static dev.keystile.store.jdbc.StatementName.DELETE_OTHER_LOGINS;
import static dev.keystile.store.jdbc.StatementName.END_FAMILY;
import static dev.keystile.store.jdbc.StatementName.FIND;
import static dev.keystile.store.jdbc.StatementName.FIND_ATTEMPTS;
import static dev.keystile.store.jdbc.StatementName.HAND_OUT;
import static dev.keystile.store.jdbc.StatementName.HAND_OUT_TOKEN;
import static dev.keystile.store.jdbc.StatementName.HOLD_ATTEMPT;
import static dev.keystile.store.jdbc.StatementName.INSERT_CREDENTIAL;
import static dev.keystile.store.jdbc.StatementName.LOCK_LOGIN;
import static dev.keystile.store.jdbc.StatementName.LOCK_LOGINS;
import static dev.keystile.store.jdbc.StatementName.LOOK_UP;
import static dev.keystile.store.jdbc.StatementName.REMEMBER_USE;
import static dev.keystile.store.jdbc.StatementName.RENEW_USE;
import static dev.keystile.store.jdbc.StatementName.REVOKE_FAMILY;
import static dev.keystile.store.jdbc.StatementName.REVOKE_LOGINS;
import static dev.keystile.store.jdbc.StatementName.SPEND_TOKEN;
import static dev.keystile.store.jdbc.StatementName.SPENT_TOKEN;
import static dev.keystile.store.jdbc.StatementName.TAKE_TURN;
import static dev.keystile.store.jdbc.StatementName.TOKEN_STANDING;
import static dev.keystile.store.jdbc.TestLogin.LENIENT;
import static dev.keystile.store.jdbc.TestLogin.NOW;
import static dev.keystile.store.jdbc.TestLogin.STRICT;
import static dev.keystile.store.jdbc.TestLogin.WATCHFUL;
import static dev.keystile.store.jdbc.TestLogin.exchangeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.instrument.Journal;
import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.LoginAttempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each intent sends, statement by statement, as the Javadoc of the stores and {@code docs/stores.md} list it. A transaction
 * counts as one round trip and is to be seen by its commit.
 */
@ParameterizedClass
@EnumSource(TestEngine.class)
class RoundTripsTest {

    private final Journal journal = new Journal();
    private final JdbcCredentialStore store;
    private final JdbcTokenLedger ledger;
    private final JdbcReplayGuard guard;
    private final JdbcLoginThrottle throttle;
    private final JdbcDialect dialect;
    private final Map<String, StatementName> names;

    RoundTripsTest(TestEngine engine) {
        this.store = new JdbcCredentialStore(journal.of(engine.pool()));
        this.ledger = new JdbcTokenLedger(journal.of(engine.pool()));
        this.guard = new JdbcReplayGuard(journal.of(engine.pool()));
        this.throttle = new JdbcLoginThrottle(journal.of(engine.pool()), TestLogin.THROTTLE_KEY);
        this.dialect = JdbcDialect.of(engine.pool());
        Statements statements = Statements.of(dialect);
        this.names = Stream.of(StatementName.values())
                .collect(Collectors.toMap(name -> statements.get(name).text(), name -> name));
    }

    @Test
    void authenticatingIsOneStatement() {
        StoredCredential pair = login();

        assertStatements(() -> store.find(pair.lookup(), NOW), LOOK_UP);
    }

    @Test
    void aSpentPairTakesAStatementMore() {
        StoredCredential pair = login();
        store.exchange(exchangeOf(pair, LENIENT));

        assertStatements(() -> store.find(pair.lookup(), NOW), LOOK_UP, FIND);
    }

    @Test
    void aStrictExchangeIsOneStatementWhoeverWins() {
        StoredCredential pair = login();
        assertStatements(() -> store.exchange(exchangeOf(pair, STRICT)), ADVANCE);
        assertStatements(() -> store.exchange(exchangeOf(pair, STRICT)), ADVANCE);
    }

    @Test
    void anExchangeThatRemembersIsOneTransaction() {
        StoredCredential pair = login();

        assertTransaction(() -> store.exchange(exchangeOf(pair, LENIENT)), LOCK_LOGIN, ADVANCE, INSERT_CREDENTIAL);
    }

    @Test
    void losingARaceIsOneTransaction() {
        StoredCredential pair = login();
        store.exchange(exchangeOf(pair, LENIENT));

        assertTransaction(() -> store.exchange(exchangeOf(pair, LENIENT)), LOCK_LOGIN, FIND, HAND_OUT);
    }

    @Test
    void aTheftIsOneTransaction() {
        StoredCredential pair = login();
        store.exchange(exchangeOf(pair, WATCHFUL));
        Exchange late = exchangeOf(pair, WATCHFUL, NOW + 60_001);

        assertTransaction(() -> store.exchange(late), LOCK_LOGIN, FIND, HAND_OUT, DELETE_LOGIN);
    }

    @Test
    void aLoginIsOneTransaction() {
        StoredCredential pair = TestLogin.first();

        assertTransaction(() -> store.issue(pair, LoginPolicy.reuse(), NOW), TAKE_TURN, LOCK_LOGINS, INSERT_CREDENTIAL);
    }

    @Test
    void aLoginThatKeepsIsOneTransaction() {
        StoredCredential again = TestLogin.of(login().user());

        assertTransaction(() -> store.issue(again, LoginPolicy.reuse(), NOW), TAKE_TURN, LOCK_LOGINS);
    }

    @Test
    void aLoginThatReplacesIsOneTransaction() {
        StoredCredential again = TestLogin.of(login().user());

        assertTransaction(
                () -> store.issue(again, LoginPolicy.replace(), NOW),
                TAKE_TURN,
                LOCK_LOGINS,
                INSERT_CREDENTIAL,
                DELETE_OTHER_LOGINS);
    }

    @Test
    void aLoginThatEvictsIsOneTransaction() {
        StoredCredential again = TestLogin.of(login().user());

        assertTransaction(
                () -> store.issue(again, LoginPolicy.independent(1), NOW),
                TAKE_TURN,
                LOCK_LOGINS,
                INSERT_CREDENTIAL,
                DELETE_LOGIN);
    }

    @Test
    void aLogoutIsOneTransaction() {
        StoredCredential pair = login();

        assertTransaction(() -> store.revoke(pair.user(), pair.family(), NOW), LOCK_LOGIN, DELETE_LOGIN);
    }

    @Test
    void revokingAllIsOneTransaction() {
        StoredCredential pair = login();

        assertTransaction(() -> store.revokeAll(pair.user(), NOW), TAKE_TURN, LOCK_LOGINS, DELETE_LOGINS);
    }

    @Test
    void verifyingATokenIsOneStatement() {
        assertStatements(() -> ledger.standing(TestToken.of(TestLogin.user()).reference(), NOW), TOKEN_STANDING);
    }

    @Test
    void exchangingATokenIsOneStatement() {
        TestToken token = TestToken.of(TestLogin.user());

        assertStatements(() -> ledger.exchange(token.exchange(LENIENT, NOW)), SPEND_TOKEN);
    }

    @Test
    void presentingASpentTokenInItsWindowIsThreeStatements() {
        TestToken token = TestToken.of(TestLogin.user());
        ledger.exchange(token.exchange(LENIENT, NOW));

        assertStatements(() -> ledger.exchange(token.exchange(LENIENT, NOW)), SPEND_TOKEN, SPENT_TOKEN, HAND_OUT_TOKEN);
    }

    @Test
    void presentingARevokedTokenIsTwoStatements() {
        TestToken token = TestToken.of(TestLogin.user());
        token.revokeFamily(ledger);

        assertStatements(() -> ledger.exchange(token.exchange(LENIENT, NOW)), SPEND_TOKEN, SPENT_TOKEN);
    }

    @Test
    void theTheftOfATokenIsThreeStatements() {
        TestToken token = TestToken.of(TestLogin.user());
        ledger.exchange(token.exchange(WATCHFUL, NOW));

        assertStatements(
                () -> ledger.exchange(token.exchange(WATCHFUL, NOW + 60_001)), SPEND_TOKEN, SPENT_TOKEN, END_FAMILY);
    }

    @Test
    void revokingTokensIsOneStatement() {
        TestToken token = TestToken.of(TestLogin.user());

        assertStatements(() -> token.revokeFamily(ledger), REVOKE_FAMILY);
        assertStatements(() -> token.revokeLogins(ledger), REVOKE_LOGINS);
    }

    @Test
    void aFirstUseIsOneStatementAndAReplayTwo() {
        StoredCredential pair = login();
        byte[] digest = new byte[32];

        assertStatements(() -> guard.isFirstUse(pair.lookup(), digest, NOW + 1000, NOW), REMEMBER_USE);
        assertStatements(() -> guard.isFirstUse(pair.lookup(), digest, NOW + 1000, NOW), REMEMBER_USE, RENEW_USE);
    }

    @Test
    void anAttemptThatIsAdmittedIsALookAndATransaction() {
        List<String> sent = new ArrayList<>(journal.during(() -> throttle.begin(anAttempt())));

        assertThat(names.get(sent.remove(0))).isEqualTo(FIND_ATTEMPTS);
        assertTransaction(sent, HOLD_ATTEMPT, FIND_ATTEMPTS, COUNT_ATTEMPT);
    }

    @Test
    void anAttemptThatHasToWaitIsOneStatement() {
        LoginAttempt attempt = anAttempt();
        while (throttle.begin(attempt) instanceof AttemptDecision.Admitted) {
            assertThat(attempt).as("that it ends").isNotNull();
        }

        assertStatements(() -> throttle.begin(attempt), FIND_ATTEMPTS);
    }

    @Test
    void aSuccessAndAWithdrawalAreATransactionEach() {
        LoginAttempt attempt = anAttempt();
        throttle.begin(attempt);

        assertTransaction(() -> throttle.withdrawn(attempt), HOLD_ATTEMPT, FIND_ATTEMPTS, COUNT_ATTEMPT);
        assertTransaction(() -> throttle.succeeded(attempt), HOLD_ATTEMPT, FIND_ATTEMPTS, COUNT_ATTEMPT);
    }

    private static LoginAttempt anAttempt() {
        return LoginAttempt.of(TestLogin.user().value(), TestLogin.user().value(), NOW);
    }

    private StoredCredential login() {
        StoredCredential pair = TestLogin.first();
        store.issue(pair, LoginPolicy.reuse(), NOW);
        return pair;
    }

    private void assertStatements(Runnable call, StatementName... expected) {
        assertThat(journal.during(call)).extracting(names::get).containsExactly(expected);
    }

    private void assertTransaction(Runnable call, StatementName... expected) {
        assertTransaction(new ArrayList<>(journal.during(call)), expected);
    }

    private void assertTransaction(List<String> sent, StatementName... expected) {
        if (dialect == JdbcDialect.MARIADB) {
            assertThat(sent.remove(0)).isEqualTo("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        }
        assertThat(sent.remove(sent.size() - 1)).isEqualTo("commit");
        assertThat(sent).extracting(names::get).containsExactly(expected);
    }
}
