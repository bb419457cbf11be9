package dev.keystile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcSettingsTest {

    @Test
    void aStatementMayTakeFiveSecondsUnlessToldOtherwise() {
        assertThat(JdbcSettings.defaults().timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void theNetworkIsGivenASecondMoreThanTheEngine() {
        JdbcSettings settings = JdbcSettings.defaults().withTimeout(Duration.ofSeconds(2));

        assertThat(settings.timeoutSeconds()).isEqualTo(2);
        assertThat(settings.networkTimeoutMillis()).isEqualTo(3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT5M"})
    void theBoundsAreFine(Duration timeout) {
        assertThat(new JdbcSettings(timeout).timeout()).isEqualTo(timeout);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.999S", "PT1.5S", "PT5M1S"})
    void whatIsOutOfBoundsOrNotWholeIsRefused(Duration timeout) {
        assertThatThrownBy(() -> new JdbcSettings(timeout))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 300 whole seconds");
    }
}
