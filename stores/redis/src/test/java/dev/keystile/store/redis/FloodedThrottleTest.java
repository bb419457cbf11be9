package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.THROTTLE_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;

/** What a throttle keeps of a flood of names that nobody has, and of names that were made to be scripts. */
class FloodedThrottleTest {

    private static final int FLOOD = 300;
    private static final String KEYS = "flood:attempt:*";
    private static final ThrottlePolicy POLICY = ThrottlePolicy.standard();

    private final UnifiedJedis jedis = TestServer.REDIS_7_0.jedis();
    private final RedisLoginThrottle throttle = new RedisLoginThrottle(
            jedis, THROTTLE_KEY, POLICY, RedisSettings.defaults().withNamespace("flood"));

    @AfterEach
    void forget() {
        keys().forEach(jedis::del);
    }

    @Test
    void namesThatHaveToWaitTakeNoKey() {
        long admitted = IntStream.range(0, FLOOD)
                .filter(number -> isAdmitted(UUID.randomUUID().toString(), "192.0.2.1"))
                .count();

        assertThat(admitted).isEqualTo(POLICY.address().freeFailures() + 1);
        assertThat(keys()).hasSize((int) (1 + 2 * admitted));
    }

    @Test
    void everyKeyLeavesByItselfTenMinutesAfterItsFailuresAreForgiven() {
        assertThat(isAdmitted("anna", "192.0.2.1")).isTrue();

        long longest = POLICY.pair().forgivenEvery().plusMinutes(10).toMillis();
        assertThat(keys())
                .hasSize(3)
                .allSatisfy(key -> assertThat(jedis.pttl(key))
                        .isBetween(Duration.ofMinutes(10).toMillis(), longest));
    }

    @Test
    void failuresThatGoOnForEverDoNotMakeTheirKeyStayForEver() {
        LoginAttempt attempt = LoginAttempt.of("anna", "192.0.2.1", NOW);
        long later = NOW;
        for (int failure = 0; failure < 100; failure++) {
            later += POLICY.pair().longestDelay().toMillis();
            throttle.begin(LoginAttempt.of("anna", "192.0.2.1", later));
        }

        long longest =
                POLICY.pair().mostFailures() * POLICY.pair().forgivenEvery().toMillis();
        byte[] pair =
                new KeyNames("flood").attempt(THROTTLE_KEY.nameOf(attempt.pair().orElseThrow()));
        assertThat(jedis.pttl(pair))
                .isBetween(longest / 2, longest + Duration.ofMinutes(10).toMillis());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "0 0 0 -",
                "a b c d",
                "%s",
                "^.*$",
                "{}",
                "{throttle}",
                "\n",
                "\r\nFLUSHALL\r\n",
                "nul\u0000"
            })
    void hostileNamesAndAddressesAreCountedLikeAnyOther(String hostile) {
        long admitted = IntStream.range(0, 20)
                .filter(number -> isAdmitted(hostile, "at " + hostile))
                .count();

        assertThat(admitted).isEqualTo(POLICY.pair().freeFailures() + 1);
    }

    private boolean isAdmitted(String name, String address) {
        return throttle.begin(LoginAttempt.of(name, address, NOW)) instanceof AttemptDecision.Admitted;
    }

    private Set<String> keys() {
        return jedis.keys(KEYS);
    }
}
