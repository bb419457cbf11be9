package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.Dialect.TOKENS;
import static dev.keystile.jwt.fixture.Expected.INVALID_TOKEN;
import static dev.keystile.jwt.fixture.HandMade.altered;
import static dev.keystile.jwt.fixture.HandMade.claimsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.HandMade;
import dev.keystile.jwt.fixture.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** CONTRACTS, "the nested {@code iss} of the service in the seeds": accepted by a migration setting, and never repeated. */
class NestedIssuerTest {

    private final TestServer migrating =
            TestServer.setup().tokens(TokensBuilder::acceptingNestedIssuer).start();
    private final String plain = TOKENS.login(migrating);
    private final String nesting =
            altered(plain, Map.of("jti", "nesting-token", "iss", TestServer.ISSUER + "/" + plain));

    @Test
    void withoutTheSettingItIsRefused() {
        TestServer strict = TestServer.standard();

        assertThat(TOKENS.personal(strict, nesting)).isEqualTo(INVALID_TOKEN);
        assertThat(TOKENS.exchange(strict, nesting)).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void withTheSettingItIsAccepted() {
        assertThat(TOKENS.personal(migrating, nesting)).isEqualTo(Expected.personalOf("1"));
    }

    @Test
    void itsSuccessorHasTheIssuerAlone() {
        String successor = TOKENS.successor(migrating, nesting);

        assertThat(claimsOf(successor)).containsEntry("iss", TestServer.ISSUER);
        assertThat(successor.length()).isLessThan(plain.length() + 4);
    }

    @Test
    void itIsSpentLikeAnyOther() {
        TOKENS.successor(migrating, nesting);

        assertThat(TOKENS.exchange(migrating, nesting)).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void aNestOfAnotherIssuerIsRefused() {
        String other = altered(plain, Map.of("iss", "https://other.example.com/" + plain));

        assertThat(TOKENS.exchange(migrating, other)).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void aForgedNestIsRefusedWhateverIsInIt() {
        assertThat(TOKENS.exchange(migrating, HandMade.forged(nesting))).isEqualTo(INVALID_TOKEN);
    }
}
