package dev.keystile.caa.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystile.caa.seal.PairSealing.OpenedPair;
import dev.keystile.codec.Digests;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoreException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a store gets, and what comes back. */
class PairSealingTest {

    private static final RandomBytes RANDOM = RandomBytes.secure();

    private final byte[] currentKey = RANDOM.next(32);
    private final PairSealing sealing = PairSealing.sealedBy(SealingKeys.of(currentKey), RANDOM);
    private final PairSealing unsealed = PairSealing.none();
    private final ApiKey apiKey = ApiKey.generate(new UserId("1"), RANDOM);
    private final ApiSecret secret = ApiSecret.generate(RANDOM);
    private final Lookup lookup = sealing.lookup(apiKey);
    private final CredentialBody body = sealing.seal(apiKey, secret);

    @Test
    void whatIsSealedOpens() {
        assertThat(sealing.open(lookup, body)).isEqualTo(new OpenedPair(apiKey, secret));
    }

    @Test
    void theSealedLookupIsTheDigestOfTheKeyInTheSlotOfItsUser() {
        assertThat(lookup).isEqualTo(Lookup.of(apiKey.tag(), Digests.sha256(apiKey.bytes())));
    }

    @Test
    void theSealedBodyHoldsNeitherKeyNorSecret() {
        assertThat(latin1(body.bytes()))
                .doesNotContain(latin1(Arrays.copyOf(apiKey.bytes(), 8)))
                .doesNotContain(latin1(Arrays.copyOf(secret.bytes(), 8)));
    }

    @Test
    void theSamePairIsNeverSealedAlikeTwice() {
        assertThat(sealing.seal(apiKey, secret)).isNotEqualTo(body);
    }

    @Test
    void aBodyAlteredInAnyOneBitDoesNotOpen() {
        for (int bit = 0; bit < 8 * body.bytes().length; bit++) {
            byte[] altered = body.bytes();
            altered[bit / 8] ^= (byte) (1 << bit % 8);

            assertRefused(sealing, lookup, CredentialBody.of(altered));
        }
    }

    @Test
    void aBodyThatWasCutShortOrExtendedDoesNotOpen() {
        for (int length = 1; length <= 200; length++) {
            if (length != body.bytes().length) {
                assertRefused(sealing, lookup, CredentialBody.of(Arrays.copyOf(body.bytes(), length)));
            }
        }
    }

    @Test
    void aBodyThatWasMovedToAnotherLookupDoesNotOpen() {
        Lookup other = sealing.lookup(ApiKey.generate(new UserId("1"), RANDOM));

        assertRefused(sealing, other, body);
    }

    @Test
    void aBodySealedByAKeyThatTheRingDoesNotHaveDoesNotOpen() {
        PairSealing stranger = PairSealing.sealedBy(SealingKeys.of(RANDOM.next(32)), RANDOM);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> stranger.open(lookup, body))
                .withMessageContaining("alsoOpening");
    }

    @Test
    void aFormerKeyStillOpens() {
        PairSealing rotated =
                PairSealing.sealedBy(SealingKeys.of(RANDOM.next(32)).alsoOpening(currentKey), RANDOM);

        assertThat(rotated.open(lookup, body)).isEqualTo(new OpenedPair(apiKey, secret));
    }

    @Test
    void aFormerKeySealsNothingAnyMore() {
        PairSealing rotated =
                PairSealing.sealedBy(SealingKeys.of(RANDOM.next(32)).alsoOpening(currentKey), RANDOM);

        assertRefused(sealing, lookup, rotated.seal(apiKey, secret));
    }

    @Test
    void unsealedTheLookupIsTheKeyItselfAndTheBodyIsThePair() {
        assertThat(unsealed.lookup(apiKey)).isEqualTo(Lookup.of(apiKey.tag(), apiKey.bytes()));
        assertThat(unsealed.open(unsealed.lookup(apiKey), unsealed.seal(apiKey, secret)))
                .isEqualTo(new OpenedPair(apiKey, secret));
    }

    @Test
    void aSealedBodyDoesNotOpenUnsealed() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> unsealed.open(lookup, body))
                .withMessageContaining("configure the sealing keys");
    }

    @Test
    void anUnsealedBodyDoesNotOpenSealed() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> sealing.open(lookup, unsealed.seal(apiKey, secret)))
                .withMessageContaining("let those pairs expire");
    }

    @Test
    void toStringShowsNoKeyAndNoSecret() {
        assertThat(sealing).hasToString("AesGcmSealing[redacted]");
        assertThat(sealing.open(lookup, body).toString())
                .isEqualTo("OpenedPair[apiKey=" + apiKey + ", secret=ApiSecret[redacted]]");
    }

    private static void assertRefused(PairSealing sealing, Lookup lookup, CredentialBody body) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> sealing.open(lookup, body));
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
