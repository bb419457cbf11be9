package dev.keystile.jwt.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.Answer;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.store.memory.InMemoryLoginThrottle;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where exchanges are limited, who makes too many is told 429 and Retry-After, in the words of the dialect, and loses nothing. */
class LimitedExchangeTest {

    private static final int AT_ONCE = 4;
    private static final Duration WINDOW = Duration.ofMinutes(4);

    private final LoginThrottle limit =
            new InMemoryLoginThrottle(ThrottlePolicy.limitingExchanges(AT_ONCE, WINDOW), 10);
    private final TestServer server = TestServer.setup()
            .both(settings -> settings.exchangeThrottle(limit))
            .start();

    private static Answer tooMany(Dialect dialect) {
        String body = dialect == Dialect.TOKENS ? "{\"message\":[\"尝试次数过多，请稍后再试\"]}" : "\"尝试次数过多，请稍后再试。\"";
        return Answer.json(429, body).with("Retry-After", "60");
    }

    /** The token that a login has become after as many exchanges as are allowed. */
    private String exhaust(Dialect dialect) {
        return dialect.successor(server, exhaustRest(dialect));
    }

    /** The same, of which one was made already. */
    private String exhaustRest(Dialect dialect) {
        String latest = dialect.login(server);
        for (int exchange = 1; exchange < AT_ONCE; exchange++) {
            latest = dialect.successor(server, latest);
        }
        return latest;
    }

    @ParameterizedTest
    @EnumSource
    void oneTooManyIsToldToWait(Dialect dialect) {
        assertThat(dialect.exchange(server, exhaust(dialect))).isEqualTo(tooMany(dialect));
    }

    @ParameterizedTest
    @EnumSource
    void theTokenOfWhoHasToWaitIsAsItWas(Dialect dialect) {
        String latest = exhaust(dialect);
        dialect.exchange(server, latest);
        server.clock().advance(Duration.ofMinutes(1));

        assertThat(dialect.isGrant(dialect.exchange(server, latest))).isTrue();
    }

    /** Logging in anew is no way around it. */
    @ParameterizedTest
    @EnumSource
    void anotherLoginOfTheSameUserWaitsAsWell(Dialect dialect) {
        exhaust(dialect);

        assertThat(dialect.exchange(server, dialect.login(server))).isEqualTo(tooMany(dialect));
    }

    @ParameterizedTest
    @EnumSource
    void aSpentTokenUsesNothingUp(Dialect dialect) {
        String spent = dialect.login(server);
        dialect.successor(server, spent);
        for (int replay = 0; replay < 10 * AT_ONCE; replay++) {
            assertThat(dialect.exchange(server, spent)).isEqualTo(dialect.refusal());
        }

        assertThat(dialect.isGrant(dialect.exchange(server, dialect.login(server))))
                .isTrue();
    }

    /** Not even for a moment, or whoever sends it on many connections at once would keep the user waiting. */
    @ParameterizedTest
    @EnumSource
    void aSpentTokenIsRefusedAsEverThoughTheUserHasToWait(Dialect dialect) {
        String spent = dialect.login(server);
        dialect.successor(server, spent);
        exhaustRest(dialect);

        assertThat(dialect.exchange(server, spent)).isEqualTo(dialect.refusal());
    }

    @Test
    void servicesThatShareALimitCountTogether() {
        exhaust(Dialect.TOKENS);

        assertThat(Dialect.BEARER.exchange(server, Dialect.BEARER.login(server)))
                .isEqualTo(tooMany(Dialect.BEARER));
    }
}
