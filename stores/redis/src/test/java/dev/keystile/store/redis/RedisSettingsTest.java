package dev.keystile.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.FindResult;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Someone;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be set, and what can't. */
class RedisSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "a{b}", "a:b", "123456789012345678901234567890123"})
    void aNamespaceThatCouldBendASlotIsRefused(String namespace) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisSettings.defaults().withNamespace(namespace))
                .withMessageContaining("1 to 32 characters");
    }

    @Test
    void fewerThanNoReplicasAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisSettings.defaults().acknowledgedBy(-1, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 60_001})
    void aWaitWithoutABoundIsRefused(long millis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisSettings.defaults().acknowledgedBy(1, Duration.ofMillis(millis)));
    }

    @Test
    void whatIsInOneNamespaceIsNotInAnother() {
        RedisCredentialStore shop = in("shop");
        Someone someone = Someone.unique();
        shop.issue(someone.pair(), LoginPolicy.reuse(), Someone.NOW);

        assertThat(shop.find(someone.pair().lookup(), Someone.NOW)).isInstanceOf(FindResult.Live.class);
        assertThat(in("forum").find(someone.pair().lookup(), Someone.NOW)).isEqualTo(new FindResult.Unknown());
    }

    private static RedisCredentialStore in(String namespace) {
        return new RedisCredentialStore(
                TestServer.REDIS_6_2.jedis(), RedisSettings.defaults().withNamespace(namespace));
    }
}
