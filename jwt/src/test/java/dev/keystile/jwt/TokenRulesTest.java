package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRulesTest {

    @Test
    void theDefaultsAreStrict() {
        TokenRules rules = TokenRules.issuedBy("ours").build();
        assertThat(rules.issuer()).isEqualTo("ours");
        assertThat(rules.audience()).isEmpty();
        assertThat(rules.lifetime()).isEqualTo(Duration.ofMinutes(30));
        assertThat(rules.longestLifetime()).isEqualTo(Duration.ofMinutes(30));
        assertThat(rules.refreshWindow()).isEmpty();
        assertThat(rules.leeway()).isZero();
    }

    @Test
    void theLongestLifetimeFollowsTheLifetimeUnlessSet() {
        assertThat(TokenRules.issuedBy("ours")
                        .lifetime(Duration.ofDays(2))
                        .build()
                        .longestLifetime())
                .isEqualTo(Duration.ofDays(2));
        assertThat(TokenRules.issuedBy("ours")
                        .longestLifetime(Duration.ofDays(2))
                        .build()
                        .longestLifetime())
                .isEqualTo(Duration.ofDays(2));
    }

    @Test
    void aLifetimeOverTheLongestOneIsRefused() {
        TokenRules.Builder builder =
                TokenRules.issuedBy("ours").lifetime(Duration.ofHours(2)).longestLifetime(Duration.ofHours(1));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The lifetime PT2H is over the longest lifetime PT1H");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.5S", "PT1.000000001S", "P3661D", "PT2562047788015215H"})
    void aSpanThatIsNoWholeNumberOfSecondsUpToTenYearsIsRefused(Duration span) {
        TokenRules.Builder builder = TokenRules.issuedBy("ours");
        assertThatThrownBy(() -> builder.lifetime(span)).hasMessageContaining("The lifetime of tokens is 1 s to");
        assertThatThrownBy(() -> builder.longestLifetime(span))
                .hasMessageContaining("The longest lifetime of tokens is");
        assertThatThrownBy(() -> builder.refreshWindow(span)).hasMessageContaining("The refresh window of tokens is");
        assertThatThrownBy(() -> builder.slidingRefreshWindow(span))
                .hasMessageContaining("The refresh window of tokens is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "P3660D"})
    void aLifetimeHasASecondToTenYearsAndMayBeTheLongest(Duration lifetime) {
        TokenRules rules = TokenRules.issuedBy("ours")
                .lifetime(lifetime)
                .longestLifetime(lifetime)
                .build();
        assertThat(rules.lifetime()).isEqualTo(lifetime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT60.001S", "PT1H"})
    void aLeewayOverAMinuteIsRefused(Duration leeway) {
        assertThatThrownBy(() -> TokenRules.issuedBy("ours").leeway(leeway))
                .hasMessageContaining("A leeway is zero (none) to 60 s");
    }

    @Test
    void aLeewayOfAMinuteIsTaken() {
        assertThat(TokenRules.issuedBy("ours")
                        .leeway(TokenRules.LONGEST_LEEWAY)
                        .build()
                        .leeway())
                .isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 255, 65_537})
    void anUnreasonableLengthIsRefused(int length) {
        assertThatThrownBy(() -> TokenRules.issuedBy("ours").maxLength(length))
                .hasMessageContaining("256 to 65536 characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 65_536})
    void aTokenMayBeAsLongAsItIsToldToBe(int length) {
        assertThat(TokenRules.issuedBy("ours").maxLength(length).build().maxLength())
                .isEqualTo(length);
    }

    @Test
    void emptyNamesAreRefused() {
        assertThatThrownBy(() -> TokenRules.issuedBy("")).hasMessageContaining("The issuer of tokens is empty");
        assertThatThrownBy(() -> TokenRules.issuedBy("ours").audience(""))
                .hasMessageContaining("The audience of tokens is empty");
        assertThatThrownBy(() -> TokenRules.issuedBy("ours").type(""))
                .hasMessageContaining("The type of tokens is empty");
    }

    @Test
    void aWindowWithoutAnIssueTimeIsRefused() {
        TokenRules.Builder builder =
                TokenRules.issuedBy("ours").refreshWindow(Duration.ofDays(1)).withoutIssueTimes();
        assertThatThrownBy(builder::build).hasMessageContaining("A refresh window is counted from iat");
    }

    @Test
    void whatABuilderHasBuiltStaysAsItIs() {
        TokenRules.Builder builder = TokenRules.issuedBy("ours").claim("role", "guest");
        TokenRules rules = builder.build();
        builder.audience("api").claim("role", "admin").leeway(Duration.ofSeconds(1));
        assertThat(rules.audience()).isEmpty();
        assertThat(rules.leeway()).isZero();
        assertThat(rules.constantClaims()).containsEntry("role", "guest");
    }

    @Test
    void aWindowMayBeShorterThanTheLifetime() {
        assertThatCode(() -> TokenRules.issuedBy("ours")
                        .lifetime(Duration.ofDays(2))
                        .refreshWindow(Duration.ofDays(1))
                        .build())
                .doesNotThrowAnyException();
    }
}
