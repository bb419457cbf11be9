package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.END;
import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.STRICT;
import static dev.keystile.store.redis.instrument.Someone.WATCHFUL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Detour;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** What each intent sends, as the Javadoc of the stores and {@code docs/stores.md} list it, seen on the wire. */
class RoundTripsTest {

    private static final Pattern COMMAND = Pattern.compile("EVALSHA\r\n\\$40\r\n");

    private final Detour detour = new Detour(TestServer.REDIS_6_2.port());
    private final UnifiedJedis jedis = Clients.ofServer(detour.port());
    private final RedisCredentialStore store = new RedisCredentialStore(jedis);
    private final RedisTokenLedger ledger = new RedisTokenLedger(jedis);
    private final RedisReplayGuard guard = new RedisReplayGuard(jedis);
    private final Someone someone = Someone.unique();
    private final StoredCredential pair = someone.pair();

    @AfterEach
    void close() {
        jedis.close();
        detour.close();
    }

    @Test
    void authenticatingIsOneRoundTripWithoutAScript() {
        login();
        detour.takeRoundTrips();
        detour.takeWords();

        store.find(pair.lookup(), NOW);

        assertThat(detour.takeRoundTrips()).isEqualTo(1);
        assertThat(detour.takeWords()).startsWith("*3\r\n$4\r\nHGET\r\n").doesNotContain("EVALSHA");
    }

    @Test
    void aSpentPairTakesAScriptMore() {
        login();
        store.exchange(someone.refresh(pair, LENIENT));
        jedis.scriptLoad(new String(Script.FIND.text(), StandardCharsets.UTF_8), "any");
        detour.takeRoundTrips();

        assertThat(store.find(pair.lookup(), NOW)).isEqualTo(new FindResult.Spent(pair));
        assertThat(detour.takeRoundTrips()).isEqualTo(2);
    }

    @Test
    void aLoginIsOneRoundTripUnderAnyPolicy() {
        assertSends(Script.ISSUE, () -> store.issue(pair, LoginPolicy.reuse(), NOW));
        assertSends(Script.ISSUE, () -> store.issue(someone.pair("kept"), LoginPolicy.reuse(), NOW));
        assertSends(Script.ISSUE, () -> store.issue(someone.pair("second"), LoginPolicy.replace(), NOW));
        assertSends(Script.ISSUE, () -> store.issue(someone.pair("third"), LoginPolicy.independent(1), NOW));
    }

    @Test
    void anExchangeIsOneRoundTripWhoeverWins() {
        login();

        assertSends(Script.EXCHANGE, () -> store.exchange(someone.refresh(pair, LENIENT)));
        assertSends(Script.EXCHANGE, () -> store.exchange(someone.refresh(pair, LENIENT)));
        assertSends(Script.EXCHANGE, () -> store.exchange(someone.refresh(pair, STRICT)));
    }

    @Test
    void aTheftIsOneRoundTrip() {
        login();
        store.exchange(someone.refresh(pair, WATCHFUL));

        assertSends(Script.EXCHANGE, () -> store.exchange(someone.refresh(pair, WATCHFUL, NOW + 60_001)));
    }

    @Test
    void revokingIsOneRoundTrip() {
        login();

        assertSends(Script.REVOKE, () -> store.revoke(pair.user(), pair.family(), NOW));
        assertSends(Script.REVOKE_ALL, () -> store.revokeAll(pair.user(), NOW));
    }

    @Test
    void whateverIsAskedOfTheLedgerIsOneRoundTrip() {
        assertSends(Script.STANDING, () -> ledger.standing(someone.token(), NOW));
        assertSends(Script.EXCHANGE_TOKEN, () -> ledger.exchange(someone.spend(WATCHFUL, NOW)));
        assertSends(Script.EXCHANGE_TOKEN, () -> ledger.exchange(someone.spend(WATCHFUL, NOW + 60_001)));
        assertSends(
                Script.REVOKE_FAMILY,
                () -> ledger.revokeFamily(
                        someone.token().holder(), someone.token().family(), NOW, END));
        assertSends(
                Script.REVOKE_LOGINS,
                () -> ledger.revokeLoginsBefore(someone.token().holder(), NOW, NOW, END));
    }

    @Test
    void aUseIsOneRoundTripWhetherFirstOrNot() {
        assertSends(Script.REMEMBER_USE, () -> guard.isFirstUse(pair.lookup(), new byte[32], END, NOW));
        assertSends(Script.REMEMBER_USE, () -> guard.isFirstUse(pair.lookup(), new byte[32], END, NOW));
    }

    @Test
    void whateverIsToldToAThrottleIsOneRoundTrip() {
        LoginAttempt attempt = LoginAttempt.of(someone.user().value(), "192.0.2.1", NOW);
        LoginThrottle throttle = new RedisLoginThrottle(jedis, Someone.THROTTLE_KEY);

        assertSends(Script.BEGIN_ATTEMPT, () -> throttle.begin(attempt));
        assertSends(Script.WITHDRAW_ATTEMPT, () -> throttle.withdrawn(attempt));
        assertSends(Script.CLEAR_ATTEMPT, () -> throttle.succeeded(attempt));
    }

    private void login() {
        store.issue(pair, LoginPolicy.reuse(), NOW);
    }

    /** That {@code call} sends this one command and nothing else; the server may have to be taught the script first. */
    private void assertSends(Script script, Runnable call) {
        jedis.scriptLoad(new String(script.text(), StandardCharsets.UTF_8), "any");
        detour.takeRoundTrips();
        detour.takeWords();
        call.run();
        String words = detour.takeWords();

        assertThat(detour.takeRoundTrips()).isEqualTo(1);
        assertThat(COMMAND.split(words, -1)).hasSize(2);
        assertThat(words).contains(new String(script.sha1(), StandardCharsets.US_ASCII));
    }
}
