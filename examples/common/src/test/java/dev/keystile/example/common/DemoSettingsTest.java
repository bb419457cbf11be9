package dev.keystile.example.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.RandomBytes;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.TokenAlgorithm;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {

    private static final HmacSecret SECRET = HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure());

    private static final Path DEFAULT_SECRETS = Path.of("data", "keystile.secrets");

    @AfterEach
    void forget() {
        System.clearProperty("port");
        System.clearProperty("caa.legacy");
        System.clearProperty("jwt.secret");
        System.clearProperty("jwt.issuer");
        System.clearProperty("store");
        System.clearProperty("secrets");
    }

    @Test
    void withoutPropertiesThePortIs3003AndTheLegacyDigestIsOff() {
        assertThat(DemoSettings.fromSystemProperties())
                .isEqualTo(new DemoSettings(3003, false, Optional.empty(), "keystile-demo", "memory", DEFAULT_SECRETS));
    }

    @Test
    void propertiesAreTaken() {
        System.setProperty("port", "4000");
        System.setProperty("caa.legacy", "true");
        System.setProperty("jwt.secret", SECRET.reveal());
        System.setProperty("jwt.issuer", "https://example.com");
        System.setProperty("store", "jdbc:h2:mem:");
        System.setProperty("secrets", "kept");
        assertThat(DemoSettings.fromSystemProperties())
                .isEqualTo(new DemoSettings(
                        4000, true, Optional.of(SECRET), "https://example.com", "jdbc:h2:mem:", Path.of("kept")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "65536"})
    void aPortThatIsNoneIsRefusedByNameRuleAndRemedy(String port) {
        System.setProperty("port", port);
        assertThatThrownBy(DemoSettings::fromSystemProperties)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-Dport=" + port + " is no port; use a number from 0 (any free port) to 65535.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Memory",
                "h2:./data/keystile",
                "postgresql://127.0.0.1/keystile",
                "jdbc:mysql://127.0.0.1/keystile"
            })
    void aStoreThatIsNoneIsRefusedByNameRuleAndRemedy(String store) {
        System.setProperty("store", store);
        assertThatThrownBy(DemoSettings::fromSystemProperties)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("-Dstore=" + store + " is no store; use memory, jdbc:h2:./data/keystile,");
    }
}
