package dev.keystile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The intent to spend a credential: whose successor it takes, and how long the spent one is remembered. */
class ExchangeTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final long EXPIRY = NOW + 30_000;
    private static final UserId USER = new UserId("42");
    private static final UserId OTHER = new UserId("43");
    private static final StoredCredential PRESENTED = credential(USER, 1);

    private static StoredCredential credential(UserId user, int first) {
        byte[] bytes = new byte[Lookup.LENGTH];
        bytes[0] = (byte) first;
        CredentialBody body = CredentialBody.of(bytes);
        return StoredCredential.begin(Lookup.of(user.tag(), bytes), user, new FamilyId("fam"), NOW - 1, EXPIRY, body);
    }

    private static long remembered(ExchangePolicy policy) {
        return new Exchange(PRESENTED.lookup(), credential(USER, 2), policy, NOW).remembersUntilMillis(PRESENTED);
    }

    @Test
    void aSuccessorOfAnotherUserIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Exchange(PRESENTED.lookup(), credential(OTHER, 2), ExchangePolicy.strict(), NOW))
                .withMessageContaining("successor");
    }

    @Test
    void aStrictExchangeRemembersNothing() {
        assertThat(remembered(ExchangePolicy.strict())).isEqualTo(NOW);
    }

    @Test
    void aGraceWindowIsRememberedToItsEnd() {
        assertThat(remembered(ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(10))))
                .isEqualTo(NOW + 10_000);
    }

    @Test
    void nothingIsRememberedBeyondItsOwnExpiry() {
        assertThat(remembered(ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(60))))
                .isEqualTo(EXPIRY);
    }

    @Test
    void reuseIsDetectedUntilTheExpiry() {
        assertThat(remembered(ExchangePolicy.strict().withReuseDetection())).isEqualTo(EXPIRY);
    }
}
