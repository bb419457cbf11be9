package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.LENIENT;
import static dev.keystile.store.jdbc.TestLogin.NOW;
import static dev.keystile.store.jdbc.TestLogin.STRICT;
import static dev.keystile.store.jdbc.TestLogin.exchangeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.instrument.TcpProxy;
import dev.keystile.store.jdbc.instrument.TcpProxy.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody waits without end: not for a row that somebody holds, and not for a connection. */
@ParameterizedClass
@EnumSource(TestEngine.class)
class TimeoutTest {

    private static final JdbcSettings IMPATIENT = JdbcSettings.defaults().withTimeout(Duration.ofSeconds(1));
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(10);

    private final TestEngine engine;
    private final JdbcCredentialStore store;
    private final StoredCredential pair = TestLogin.first();

    TimeoutTest(TestEngine engine) {
        this.engine = engine;
        this.store = new JdbcCredentialStore(engine.pool(), IMPATIENT);
        store.issue(pair, LoginPolicy.reuse(), NOW);
    }

    @Test
    void whoWaitsForAHeldRowGivesUpAndNothingChanged() throws SQLException {
        for (ExchangePolicy policy : List.of(STRICT, LENIENT)) {
            Exchange exchange = exchangeOf(pair, policy);
            try (Connection stranger = engine.pool().getConnection()) {
                stranger.setAutoCommit(false);
                hold(stranger);

                assertTimeout(
                        MOST_PATIENCE,
                        () -> assertThatThrownBy(() -> store.exchange(exchange)).isInstanceOf(StoreException.class));
                stranger.rollback();
            }
            assertThat(store.find(pair.lookup(), NOW)).isEqualTo(new FindResult.Live(pair));
            assertThat(store.find(exchange.successor().lookup(), NOW)).isEqualTo(new FindResult.Unknown());
        }
    }

    @Test
    void findingDoesntWaitForAHeldRow() throws SQLException {
        try (Connection stranger = engine.pool().getConnection()) {
            stranger.setAutoCommit(false);
            hold(stranger);

            assertThat(store.find(pair.lookup(), NOW)).isEqualTo(new FindResult.Live(pair));
            stranger.rollback();
        }
    }

    @Test
    void whoGetsNoConnectionFailsAndCanDoItAgain() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(engine.url());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(300);
        Exchange exchange = exchangeOf(pair, STRICT);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            JdbcCredentialStore starved = new JdbcCredentialStore(pool);
            Connection last = pool.getConnection();

            assertThatThrownBy(() -> starved.exchange(exchange))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("No connection to exchange a credential");

            last.close();
            assertThat(starved.exchange(exchange)).isEqualTo(new ExchangeResult.Exchanged<>());
        }
    }

    @Test
    void whoStartsWhileTheServerIsSilentGivesUp() throws Exception {
        assumeThat(engine).as("has a server").isNotEqualTo(TestEngine.H2);
        try (TcpProxy proxy = new TcpProxy(engine.port());
                HikariDataSource pool = engine.poolThrough(proxy.port())) {
            proxy.swallowAfter(Side.SERVER, 0);

            assertTimeoutPreemptively(
                    MOST_PATIENCE,
                    () -> assertThatThrownBy(() -> new JdbcCredentialStore(pool, IMPATIENT))
                            .isInstanceOf(StoreException.class));
        }
    }

    private void hold(Connection stranger) throws SQLException {
        try (PreparedStatement lock =
                stranger.prepareStatement("SELECT 1 FROM keystile_credential WHERE lookup = ? FOR UPDATE")) {
            lock.setBytes(1, pair.lookup().bytes());
            lock.execute();
        }
    }
}
