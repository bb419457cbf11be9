package dev.keystile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.instrument.TcpProxy;
import dev.keystile.store.jdbc.instrument.TcpProxy.Side;
import dev.keystile.store.jdbc.served.Client;
import dev.keystile.store.jdbc.served.PairClient;
import dev.keystile.store.jdbc.served.Reply;
import dev.keystile.store.jdbc.served.Site;
import dev.keystile.store.jdbc.served.TokenClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What clients see of a database that is in trouble: the contract's answer for the unexpected, or what they asked for, and never
 * that their credential is unknown. Afterwards each goes on with what it holds.
 */
@Tag("faults")
@ParameterizedClass
@EnumSource(
        value = TestEngine.class,
        names = {"POSTGRESQL_18", "MARIADB_11"})
class EndpointFaultsTest {

    /** A prime, so that all places of a message come up. */
    private static final int STRIDE = 307;

    private static final Duration LONG_WAIT = Duration.ofSeconds(2);
    private static final Duration SHORT_WAIT = Duration.ofMillis(250);

    /** For a call that waits {@link #SHORT_WAIT} for its connection and no more: much less than what a pool waits by itself. */
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(10);

    private final TestEngine engine;
    private final TcpProxy proxy;
    private final HikariDataSource pool;
    private final Site site;
    private final Site witness;
    private final List<Client> clients = List.of(new PairClient(), TokenClient.ofTokens(), TokenClient.ofBearer());

    EndpointFaultsTest(TestEngine engine) {
        this.engine = engine;
        this.witness = new Site(engine.pool());
        this.proxy = new TcpProxy(engine.port());
        this.pool = engine.poolThrough(proxy.port(), LONG_WAIT);
        this.site = new Site(pool);
        clients.forEach(client -> assertThat(client.logIn(witness).isOk()).isTrue());
    }

    @AfterEach
    void close() throws IOException {
        pool.close();
        proxy.close();
    }

    @Test
    void whoseRequestIsCutAnywhereIsServedOrFails() {
        clients.forEach(client -> cutEverywhere(client, Client::ask));
    }

    @Test
    void whoseRefreshIsCutAnywhereIsServedOrFailsAndGoesOn() {
        clients.forEach(client -> cutEverywhere(client, Client::refresh));
    }

    @Test
    void whoseLoginIsCutAnywhereIsServedOrFails() {
        Client client = new PairClient();
        client.logIn(witness);
        cutEverywhere(client, Client::logIn);
    }

    @Test
    void whoseLogoutIsCutCanRepeatIt() {
        PairClient client = new PairClient();
        for (long bytes = 0; bytes < 4 * STRIDE; bytes += STRIDE) {
            client.logIn(witness);
            proxy.cutAfter(Side.SERVER, bytes);
            Reply reply = client.logOut(site);
            proxy.mend();

            assertThat(reply).isIn(new Reply(200, "{\"message\":\"ok\"}"), client.unexpected());
            client.logOut(witness);
            assertThat(client.ask(witness).status()).isEqualTo(404);
        }
    }

    @Test
    void whoseRefreshIsSwallowedFailsAndGoesOn() {
        for (Client client : clients) {
            client.ask(site);
            proxy.swallowAfter(Side.CLIENT, 0);
            assertThat(client.refresh(site)).isEqualTo(client.unexpected());
            assertGoesOn(client);
        }
    }

    @Test
    void whoseAnswerIsLateIsServed() {
        for (Client client : clients) {
            client.ask(site);
            proxy.delayAfter(Side.SERVER, 0, Duration.ofMillis(300));
            assertThat(client.refresh(site).isOk()).isTrue();
            assertGoesOn(client);
        }
    }

    @Test
    void whoComesWhileThePoolIsExhaustedFailsSoonAndGoesOn() throws SQLException {
        try (HikariDataSource narrow = engine.poolThrough(proxy.port(), SHORT_WAIT)) {
            Site starved = new Site(narrow);
            try (Connection last = narrow.getConnection()) {
                assertThat(last.isClosed()).isFalse();
                assertEverythingFailsSoon(starved);
            }
        }
        clients.forEach(this::assertGoesOn);
    }

    @Test
    void whoComesWhileTheServerIsGoneFailsSoonAndGoesOn() throws IOException {
        try (HikariDataSource narrow = engine.poolThrough(proxy.port(), SHORT_WAIT)) {
            Site cutOff = new Site(narrow);
            proxy.refuseAll();
            assertEverythingFailsSoon(cutOff);
        }
        clients.forEach(this::assertGoesOn);
    }

    private void assertEverythingFailsSoon(Site troubled) {
        for (Client client : clients) {
            assertFailsSoon(client, client::ask, troubled);
            assertFailsSoon(client, client::refresh, troubled);
        }
        Client guest = new PairClient();
        assertFailsSoon(guest, guest::logIn, troubled);
    }

    private static void assertFailsSoon(Client client, Function<Site, Reply> errand, Site troubled) {
        Reply reply = assertTimeout(MOST_PATIENCE, () -> errand.apply(troubled));
        assertThat(reply).isEqualTo(client.unexpected());
    }

    private void cutEverywhere(Client client, BiFunction<Client, Site, Reply> errand) {
        for (Side side : Side.values()) {
            long bytes = 0;
            do {
                proxy.cutAfter(side, bytes);
                Reply reply = errand.apply(client, site);
                assertThat(reply)
                        .as("%s is cut after %d bytes", side, bytes)
                        .matches(seen -> seen.isOk() || seen.equals(client.unexpected()), "is granted, or unexpected");
                assertGoesOn(client);
                bytes += STRIDE;
            } while (!proxy.mend());
        }
    }

    /** On a node whose connections work, by nothing but what the client was granted last. */
    private void assertGoesOn(Client client) {
        assertThat(client.refresh(witness)).matches(Reply::isOk, "is granted");
        assertThat(client.ask(witness)).matches(Reply::isOk, "is served");
    }
}
