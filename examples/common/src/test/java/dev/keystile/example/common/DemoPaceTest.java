package dev.keystile.example.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.service.KeyGrant;
import dev.keystile.core.ExchangePolicy;
import java.time.Duration;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoPaceTest {

    private static final String ONE_OF_THE_CROWD = "13800139042";

    @AfterEach
    void forget() {
        System.clearProperty("hurry");
    }

    @Test
    void nobodyIsHurriedUnasked() {
        assertThat(DemoPace.fromSystemProperties()).isEqualTo(DemoPace.USUAL);
    }

    @Test
    void inAHurryTheCrowdMayLogIn() {
        assertThat(hurriedServices().keys().login(ONE_OF_THE_CROWD, DigestUtils.md5Hex(DemoUsers.PASSWORD)))
                .isInstanceOf(KeyGrant.class);
    }

    @Test
    void inAHurryTokensAreOverSoon() {
        DemoServices services = hurriedServices();

        assertThat(services.tokens().lifetime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(services.tokens().refreshWindow()).isEqualTo(Duration.ofMinutes(2));
    }

    private static DemoServices hurriedServices() {
        System.setProperty("hurry", "true");
        return new DemoBackend(
                        DemoSettings.onFreePort(),
                        DemoPace.fromSystemProperties().hasher())
                .services(ExchangePolicy.strict());
    }
}
