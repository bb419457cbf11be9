package dev.keystile.testkit.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceTargetTest {

    private static final TestUser USER = TestUser.of("13800138000", "a password", "demo", "demo@example.com");

    private static ConformanceTargetBuilder target() {
        return ConformanceTarget.at(URI.create("http://127.0.0.1:3003"), USER);
    }

    @Test
    void aServerIsCalledByItsAddressUnlessItIsNamed() {
        assertThat(target().build().name()).isEqualTo("127.0.0.1:3003");
        assertThat(target().name("jdk").build().name()).isEqualTo("jdk");
    }

    @Test
    void everythingIsMountedUnlessToldOtherwise() {
        assertThat(Operation.values()).allMatch(target().build()::mounts);
        ConformanceTarget one = target().mounting(Set.of(Operation.CAA_LOGIN)).build();
        assertThat(one.mounts(Operation.CAA_LOGOUT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v2", "/v2/", "/"})
    void aPrefixThatIsNoneIsRefused(String prefix) {
        ConformanceTargetBuilder target = target();
        assertThatThrownBy(() -> target.under(prefix)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 61})
    void aGraceWindowThatCanNotBeTestedIsRefused(long seconds) {
        ConformanceTargetBuilder target = target();
        assertThatThrownBy(() -> target.graceWindow(Duration.ofSeconds(seconds)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neitherAPasswordNorASecretIsInAText() {
        TokenFacts facts = TokenFacts.of("a secret".getBytes(UTF_8), "https://example.com");
        assertThat(target().tokens(facts).build() + " " + USER + " " + facts).doesNotContain("a password", "a secret");
    }

    @Test
    void aSecretThatIsHandedInOrOutIsACopy() {
        byte[] secret = {1, 2, 3};
        TokenFacts facts = TokenFacts.of(secret, "https://example.com");
        secret[0] = 0;
        facts.secret()[1] = 0;
        assertThat(facts.secret()).containsExactly(1, 2, 3);
    }
}
