package dev.keystile.jwt.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.TestServer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 9700, section 4.14.2: a spent token that comes back more than a minute after its exchange ends the login. */
class ReuseDetectionTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestServer server = TestServer.setup()
            .both(settings -> settings.exchangePolicy(ExchangePolicy.strict().withReuseDetection()))
            .start();

    @ParameterizedTest
    @EnumSource
    void aLateReturnEndsTheLogin(Dialect dialect) {
        String token = dialect.login(server);
        String successor = dialect.successor(server, token);
        server.clock().advance(SOON.plusMillis(1));

        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());

        assertThat(dialect.verify(server, successor)).isEqualTo(TokenRefusal.REVOKED);
        assertThat(dialect.exchange(server, successor)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void aReturnWithinAMinuteIsRefusedAndEndsNothing(Dialect dialect) {
        String token = dialect.login(server);
        String successor = dialect.successor(server, token);
        server.clock().advance(SOON);

        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());

        assertThat(dialect.personal(server, successor)).isEqualTo(Expected.personalOf("1"));
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOfManyExchangesAgoEndsTheLoginToo(Dialect dialect) {
        String first = dialect.login(server);
        String latest = first;
        for (int i = 0; i < 10; i++) {
            server.clock().advance(Duration.ofSeconds(30));
            latest = dialect.successor(server, latest);
        }

        dialect.exchange(server, first);

        assertThat(dialect.verify(server, latest)).isEqualTo(TokenRefusal.REVOKED);
    }

    @ParameterizedTest
    @EnumSource
    void theMinuteCountsFromTheTokensOwnExchange(Dialect dialect) {
        String first = dialect.login(server);
        server.clock().advance(Duration.ofMinutes(5));
        String second = dialect.successor(server, first);
        server.clock().advance(SOON);
        String third = dialect.successor(server, second);
        server.clock().advance(Duration.ofMillis(1));

        dialect.exchange(server, second);

        assertThat(dialect.personal(server, third)).isEqualTo(Expected.personalOf("1"));
    }

    @ParameterizedTest
    @EnumSource
    void otherLoginsOfTheUserGoOn(Dialect dialect) {
        String token = dialect.login(server);
        String sibling = dialect.login(server);
        dialect.successor(server, token);
        server.clock().advance(SOON.plusMillis(1));

        dialect.exchange(server, token);

        assertThat(dialect.personal(server, sibling)).isEqualTo(Expected.personalOf("1"));
    }

    @ParameterizedTest
    @EnumSource
    void toAuthenticateWithASpentTokenEndsNothing(Dialect dialect) {
        String token = dialect.login(server);
        String successor = dialect.successor(server, token);
        server.clock().advance(SOON.plusMillis(1));

        assertThat(dialect.personal(server, token)).isEqualTo(dialect.refusal());

        assertThat(dialect.personal(server, successor)).isEqualTo(Expected.personalOf("1"));
    }

    @ParameterizedTest
    @EnumSource
    void withoutDetectionALateReturnEndsNothing(Dialect dialect) {
        TestServer strict = TestServer.standard();
        String token = dialect.login(strict);
        String successor = dialect.successor(strict, token);
        strict.clock().advance(SOON.plusMillis(1));

        assertThat(dialect.exchange(strict, token)).isEqualTo(dialect.refusal());

        assertThat(dialect.personal(strict, successor)).isEqualTo(Expected.personalOf("1"));
    }
}
