package dev.keystile.caa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaaActionTest {

    @ParameterizedTest
    @ValueSource(strings = {"user:refresh-keys", "client:my:refresh-token", "a", "#[]{}~!\"'()*+,-./:;<>@\\^_`|"})
    void printableAsciiIsFit(String action) {
        assertThat(CaaAction.requireFit(action)).isEqualTo(action);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a&b", "a=b", "a?b", "a\tb", "a\nb", "a\u0000b", "a\u007Fb", "café", "用户"})
    void whatCouldEndAnActionEarlyIsUnfit(String action) {
        assertThatIllegalArgumentException().isThrownBy(() -> CaaAction.requireFit(action));
    }

    @Test
    void a255CharacterActionIsFit() {
        assertThat(CaaAction.requireFit("a".repeat(255))).hasSize(255);
    }

    @Test
    void a256CharacterActionIsUnfit() {
        assertThatIllegalArgumentException().isThrownBy(() -> CaaAction.requireFit("a".repeat(256)));
    }

    @Test
    void theRefusalNamesTheActionTheRuleAndAnExample() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaaAction.requireFit("a b"))
                .withMessageContainingAll("'a b'", "1 to 255 printable ASCII characters", "user:refresh-keys");
    }
}
