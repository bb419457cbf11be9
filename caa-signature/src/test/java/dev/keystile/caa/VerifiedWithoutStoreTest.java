package dev.keystile.caa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.SecretTable;
import dev.keystile.core.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/caa.md shows to those who know their pairs beforehand. */
class VerifiedWithoutStoreTest {

    private static final RandomBytes RANDOM = RandomBytes.secure();

    private final Clock clock = Clock.fixed(Instant.ofEpochMilli(1494908261599L), ZoneOffset.UTC);
    private final String action = "user:personal-profile";
    private final ApiKey apiKey = ApiKey.generate(new UserId("u1"), RANDOM);
    private final Map<ApiKey, ApiSecret> pairs = Map.of(apiKey, ApiSecret.generate(RANDOM));
    private final SecretTable secrets = SecretTable.of(pairs);

    @Test
    void aSignatureOfAKnownPairIsGood() {
        assertThat(isGood(CaaSigner.of(apiKey, pairs.get(apiKey)).at(clock).sign(action)))
                .isTrue();
    }

    @Test
    void aSignatureByAnotherSecretIsNot() {
        assertThat(isGood(CaaSigner.of(apiKey, ApiSecret.generate(RANDOM))
                        .at(clock)
                        .sign(action)))
                .isFalse();
    }

    @Test
    void aSignatureOfAnUnknownPairIsNot() {
        ApiKey stranger = ApiKey.generate(new UserId("u1"), RANDOM);

        assertThat(isGood(CaaSigner.of(stranger, pairs.get(apiKey)).at(clock).sign(action)))
                .isFalse();
    }

    private boolean isGood(String authorization) {
        return CaaHeader.parse(authorization) instanceof CaaHeader header
                && secrets.find(header.apiKey())
                        .filter(secret -> CaaVerifier.standard().verify(action, header, secret, clock.millis())
                                instanceof VerifiedSignature)
                        .isPresent();
    }
}
