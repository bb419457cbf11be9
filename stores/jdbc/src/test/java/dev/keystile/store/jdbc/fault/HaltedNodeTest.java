package dev.keystile.store.jdbc.fault;

import static dev.keystile.store.jdbc.fault.KnownLogin.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcSchema;
import dev.keystile.store.jdbc.JdbcTokenLedger;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenStanding;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A node that is halted at each step of an exchange. The pair is wholly the old one or wholly the new one; what was answered is
 * never undone; and under a grace window whoever holds the old one can go on, whether the answer was lost or not.
 */
@Tag("faults")
@ParameterizedClass
@EnumSource(
        value = TestEngine.class,
        names = {"H2", "POSTGRESQL_18", "MARIADB_11"})
class HaltedNodeTest {

    private static final int GRACE_SECONDS = 10;
    private static final ExchangePolicy LENIENT =
            ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(GRACE_SECONDS));

    private final String url;

    HaltedNodeTest(TestEngine engine) {
        try (HikariDataSource database = engine.emptyDatabase()) {
            JdbcSchema.of(database).createIfAbsent();
            this.url = database.getJdbcUrl();
        }
    }

    @Test
    void aStrictExchangeIsWhollyDoneOrNotAtAll() throws InterruptedException {
        haltAtEveryStep(0);
    }

    @Test
    void anExchangeUnderGraceIsWhollyDoneOrNotAtAllAndItsHolderCanGoOn() throws InterruptedException {
        haltAtEveryStep(GRACE_SECONDS);
    }

    @Test
    void anExchangeOfATokenIsWhollyDoneOrNotAtAllAndItsHolderCanGoOn() throws InterruptedException {
        int exit = HaltingNode.HALTED;
        for (int step = 0; exit == HaltingNode.HALTED; step++) {
            KnownLogin login = new KnownLogin("halted-token-" + step);
            exit = runNode(HaltingNode.TOKEN, login, GRACE_SECONDS, step);
            boolean answered = exit == HaltingNode.ANSWERED;
            try (HikariDataSource database = TestEngine.open(url)) {
                assertHolderCanGoOn(new JdbcTokenLedger(database), login, answered);
            }
        }
        assertThat(exit).isEqualTo(HaltingNode.ANSWERED);
    }

    private void haltAtEveryStep(int graceSeconds) throws InterruptedException {
        int exit = HaltingNode.HALTED;
        for (int step = 0; exit == HaltingNode.HALTED; step++) {
            KnownLogin login = new KnownLogin("halted-" + graceSeconds + "-" + step);
            withStore(store -> store.issue(login.first(), LoginPolicy.reuse(), NOW));
            exit = runNode(HaltingNode.PAIR, login, graceSeconds, step);
            boolean answered = exit == HaltingNode.ANSWERED;
            withStore(store -> assertIsWhole(store, login, answered));
            if (graceSeconds > 0) {
                withStore(store -> assertHolderCanGoOn(store, login));
            }
        }
        assertThat(exit).isEqualTo(HaltingNode.ANSWERED);
    }

    private int runNode(String what, KnownLogin login, int graceSeconds, int step) throws InterruptedException {
        try (ChildJvm node = ChildJvm.start(
                HaltingNode.class, url, what, login.name(), String.valueOf(graceSeconds), String.valueOf(step))) {
            return node.awaitExit();
        }
    }

    private static void assertIsWhole(JdbcCredentialStore store, KnownLogin login, boolean answered) {
        StoredCredential first = login.first();
        StoredCredential successor = login.successorOf(first, HaltingNode.CONTENDER);
        FindResult former = store.find(first.lookup(), NOW);
        FindResult latter = store.find(successor.lookup(), NOW);
        if (latter.equals(new FindResult.Live(successor))) {
            assertThat(former).isNotInstanceOf(FindResult.Live.class);
        } else {
            assertThat(answered).as("what was answered is undone").isFalse();
            assertThat(latter).isEqualTo(new FindResult.Unknown());
            assertThat(former).isEqualTo(new FindResult.Live(first));
        }
    }

    private static void assertHolderCanGoOn(JdbcCredentialStore store, KnownLogin login) {
        StoredCredential first = login.first();
        StoredCredential lost = login.successorOf(first, HaltingNode.CONTENDER);
        StoredCredential next = login.successorOf(first, "next");

        assertThat(store.exchange(new Exchange(first.lookup(), next, LENIENT, NOW)))
                .isIn(new ExchangeResult.Exchanged<>(), new ExchangeResult.Raced<>(lost));
    }

    private static void assertHolderCanGoOn(JdbcTokenLedger ledger, KnownLogin login, boolean answered) {
        boolean spent = ledger.standing(login.token(), NOW) == TokenStanding.SPENT;
        TokenExchange lost = login.tokenExchange(HaltingNode.CONTENDER, LENIENT);

        assertThat(spent || !answered).as("what was answered is done").isTrue();
        assertThat(ledger.exchange(login.tokenExchange("next", LENIENT)))
                .isEqualTo(
                        spent
                                ? new ExchangeResult.Raced<>(lost.successor().sealed())
                                : new ExchangeResult.Exchanged<>());
    }

    /** Opens the database for {@code work} alone: one in a file is nobody else's meanwhile. */
    private void withStore(Consumer<JdbcCredentialStore> work) {
        try (HikariDataSource database = TestEngine.open(url)) {
            work.accept(new JdbcCredentialStore(database));
        }
    }
}
