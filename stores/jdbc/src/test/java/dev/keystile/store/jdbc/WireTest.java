package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.LENIENT;
import static dev.keystile.store.jdbc.TestLogin.NOW;
import static dev.keystile.store.jdbc.TestLogin.STRICT;
import static dev.keystile.store.jdbc.TestLogin.exchangeOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.instrument.TcpProxy;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How often driver and server take turns on the wire, through a proxy that sees every byte. */
@ParameterizedClass
@EnumSource(
        value = TestEngine.class,
        names = {"POSTGRESQL_18", "MARIADB_11"})
class WireTest {

    /** Its driver sends BEGIN together with the first statement. */
    private static final int FRAME_ON_POSTGRESQL = List.of("COMMIT").size();

    private static final int FRAME_ON_MARIADB = List.of(
                    "SET autocommit=0", "SET TRANSACTION", "COMMIT", "SET autocommit=1")
            .size();

    private final TestEngine engine;
    private final TcpProxy proxy;
    private final HikariDataSource pool;
    private final JdbcCredentialStore store;
    private final JdbcTokenLedger ledger;

    WireTest(TestEngine engine) {
        this.engine = engine;
        this.proxy = new TcpProxy(engine.port());
        this.pool = engine.poolThrough(proxy.port());
        this.store = new JdbcCredentialStore(pool);
        this.ledger = new JdbcTokenLedger(pool);
    }

    @AfterEach
    void close() throws IOException {
        pool.close();
        proxy.close();
    }

    @Test
    void aStatementOfItsOwnIsOneRoundTrip() {
        StoredCredential pair = login();
        TestToken token = TestToken.of(pair.user());

        assertRoundTrips(1, () -> store.find(pair.lookup(), NOW));
        assertRoundTrips(1, () -> store.exchange(exchangeOf(pair, STRICT)));
        assertRoundTrips(1, () -> ledger.standing(token.reference(), NOW));
        assertRoundTrips(1, () -> ledger.exchange(token.exchange(LENIENT, NOW)));
        assertRoundTrips(1, () -> token.revokeFamily(ledger));
    }

    @Test
    void aTransactionIsARoundTripAStatementAndWhatFramesIt() {
        StoredCredential pair = TestLogin.first();
        int frame = engine == TestEngine.MARIADB_11 ? FRAME_ON_MARIADB : FRAME_ON_POSTGRESQL;

        assertRoundTrips(3 + frame, () -> store.issue(pair, LoginPolicy.reuse(), NOW));
        assertRoundTrips(3 + frame, () -> store.exchange(exchangeOf(pair, LENIENT)));
        assertRoundTrips(2 + frame, () -> store.revoke(pair.user(), pair.family(), NOW));
        assertRoundTrips(3 + frame, () -> store.revokeAll(pair.user(), NOW));
    }

    private StoredCredential login() {
        StoredCredential pair = TestLogin.first();
        store.issue(pair, LoginPolicy.reuse(), NOW);
        return pair;
    }

    /** A connection that was used just now isn't tried out by the pool first. */
    private void assertRoundTrips(int expected, Runnable call) {
        store.find(TestLogin.first().lookup(), NOW);
        proxy.takeTurns();
        call.run();
        assertThat(proxy.takeTurns()).isEqualTo(expected);
    }
}
