package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.NOW;
import static dev.keystile.store.jdbc.TestLogin.STRICT;
import static dev.keystile.store.jdbc.TestLogin.exchangeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.instrument.TappedDataSource;
import dev.keystile.store.jdbc.instrument.TappedDataSource.Tap;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, how often, and what is not. The failures are thrown in the driver's stead, right before it is called. */
class RetryTest {

    private static final String DEADLOCK = "40P01";
    private static final String LOST = "08006";

    private final AtomicInteger attempts = new AtomicInteger();
    private final JdbcCredentialStore witness = new JdbcCredentialStore(TestEngine.H2.pool());
    private final StoredCredential pair = TestLogin.first();

    RetryTest() {
        witness.issue(pair, LoginPolicy.reuse(), NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", DEADLOCK})
    void whatTheEngineHasUndoneIsTriedAgain(String state) {
        assertThat(failing(3, state, 0).exchange(exchangeOf(pair, STRICT))).isEqualTo(new ExchangeResult.Exchanged<>());
        assertThat(attempts).hasValue(4);
    }

    @Test
    void mariaDbsDeadlockIsToldByItsCode() {
        assertThat(failing(1, "HY000", 1213).exchange(exchangeOf(pair, STRICT)))
                .isEqualTo(new ExchangeResult.Exchanged<>());
    }

    @Test
    void triesAreBounded() {
        JdbcCredentialStore store = failing(Integer.MAX_VALUE, DEADLOCK, 0);

        assertThatThrownBy(() -> store.exchange(exchangeOf(pair, STRICT)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(DEADLOCK);
        assertThat(attempts).hasValue(20);
        assertPairIsAsItWas();
    }

    @ParameterizedTest
    @ValueSource(strings = {LOST, "HY000", "57014", "53300", "42P01", "40003"})
    void nothingElseIsTriedAgain(String state) {
        JdbcCredentialStore store = failing(Integer.MAX_VALUE, state, 0);

        assertThatThrownBy(() -> store.exchange(exchangeOf(pair, STRICT))).isInstanceOf(StoreException.class);
        assertThat(attempts).hasValue(1);
        assertPairIsAsItWas();
    }

    @Test
    void whatTheDriverSaysIsNotToldBecauseItMayQuoteValues() {
        JdbcCredentialStore store = failing(1, "22001", 0);

        assertThatThrownBy(() -> store.exchange(exchangeOf(pair, STRICT)))
                .hasMessageContaining("SQLState 22001")
                .hasStackTraceContaining("its message left out")
                .extracting(thrown -> thrown.toString() + thrown.getCause())
                .asString()
                .doesNotContain("quoted value");
    }

    /** A store whose exchange statement fails so many times. */
    private JdbcCredentialStore failing(int times, String state, int code) {
        Tap tap = new Tap() {
            @Override
            public void before(String what) throws SQLException {
                if (what.startsWith("UPDATE keystile_credential") && attempts.getAndIncrement() < times) {
                    throw new SQLException("a quoted value", state, code);
                }
            }
        };
        return new JdbcCredentialStore(TappedDataSource.of(TestEngine.H2.pool(), tap));
    }

    private void assertPairIsAsItWas() {
        assertThat(witness.find(pair.lookup(), NOW)).isEqualTo(new FindResult.Live(pair));
    }
}
