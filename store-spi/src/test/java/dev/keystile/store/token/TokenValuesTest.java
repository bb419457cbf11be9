package dev.keystile.store.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that a ledger is handed: what they refuse, and what they show. */
class TokenValuesTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final TokenHolder HOLDER = new TokenHolder(new UserId("1"), "tokens");
    private static final TokenReference TOKEN = new TokenReference(HOLDER, new FamilyId("fam"), "jti-1", NOW);
    private static final TokenSuccessor SUCCESSOR = new TokenSuccessor("jti-2", null);

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "a", "z", "0", "9", "-", "a-kind-of-exactly-32-characters-"})
    void aKindHasUpTo32CharactersOfAFewSorts(String kind) {
        assertThatCode(() -> new TokenHolder(new UserId("1"), kind)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tokens", "a b", "a_b", "a:b", "{a}", "é", "a-kind-of-exactly-32-characters--"})
    void aKindOfAnyOtherShapeIsRefused(String kind) {
        assertThatThrownBy(() -> new TokenHolder(new UserId("1"), kind))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a-z 0-9 -");
    }

    @Test
    void anIdHas1To255Characters() {
        for (String id : new String[] {"", "x".repeat(256)}) {
            assertThatThrownBy(() -> new TokenReference(HOLDER, new FamilyId("fam"), id, NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 255");
            assertThatThrownBy(() -> new TokenSuccessor(id, null)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatCode(() -> new TokenSuccessor("x".repeat(255), null)).doesNotThrowAnyException();
    }

    @Test
    void aTokenCannotSucceedItself() {
        assertThatThrownBy(() -> exchange(new TokenSuccessor("jti-1", null), NOW + 1, NOW + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fresh jti");
    }

    @Test
    void whatNobodyCanPresentAnyMoreCannotBeSpent() {
        assertThatThrownBy(() -> exchange(SUCCESSOR, NOW, NOW + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> exchange(SUCCESSOR, NOW + 1, NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> exchange(SUCCESSOR, NOW + 1, NOW + 1)).doesNotThrowAnyException();
    }

    @Test
    void theSuccessorIsKeptUntilTheGraceWindowCloses() {
        ExchangePolicy policy = ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(10));

        assertThat(new TokenExchange(TOKEN, SUCCESSOR, policy, NOW, NOW + 1, NOW + 1).graceEndsMillis())
                .isEqualTo(NOW + 10_000);
    }

    @Test
    void aSealedTokenHas1To16384Bytes() {
        for (int length : new int[] {0, 16_385}) {
            assertThatThrownBy(() -> SealedToken.of(new byte[length]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("16384");
        }
        assertThat(SealedToken.of(new byte[16_384]).bytes()).hasSize(16_384);
    }

    @Test
    void aSealedTokenSharesItsBytesWithNobody() {
        byte[] bytes = {1, 2, 3};
        SealedToken sealed = SealedToken.of(bytes);
        bytes[0] = 9;
        sealed.bytes()[1] = 9;

        assertThat(sealed.bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void sealedTokensAreEqualByTheirBytes() {
        assertThat(SealedToken.of(new byte[] {1, 2}))
                .isEqualTo(SealedToken.of(new byte[] {1, 2}))
                .hasSameHashCodeAs(SealedToken.of(new byte[] {1, 2}))
                .isNotEqualTo(SealedToken.of(new byte[] {1, 3}))
                .isNotEqualTo("12");
    }

    @Test
    void noValueShowsATokensIdOrASealedToken() {
        SealedToken sealed = SealedToken.of("successor".getBytes(UTF_8));
        TokenExchange exchange = new TokenExchange(
                TOKEN,
                new TokenSuccessor("jti-2", sealed),
                ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(1)),
                NOW,
                NOW + 1,
                NOW + 1);

        assertThat(exchange.toString())
                .doesNotContain("jti")
                .doesNotContain("successor=[")
                .contains("family fam");
        assertThat(sealed).hasToString("SealedToken[redacted]");
        assertThat(SUCCESSOR).hasToString("TokenSuccessor[not kept]");
    }

    private static TokenExchange exchange(TokenSuccessor successor, long spentUntil, long familyUntil) {
        return new TokenExchange(TOKEN, successor, ExchangePolicy.strict(), NOW, spentUntil, familyUntil);
    }
}
