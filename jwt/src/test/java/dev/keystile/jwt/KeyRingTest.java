package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRingTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final Instant END = NOW.plusSeconds(600);
    private static final TokenRules RULES =
            TokenRules.issuedBy("https://issuer.example.com").build();

    private final SettableClock clock = new SettableClock(NOW);
    private final TokenKey old = secret(1);
    private final TokenKey fresh = secret(2);

    @Test
    void theCurrentKeySigns() {
        KeyRing ring = KeyRing.of(fresh.withKid("new")).withRetired(old.withKid("old"), END);
        assertThat(headerOf(token(ring))).containsEntry("kid", "new");
        assertThat(verify(KeyRing.of(fresh.withKid("new")), token(ring))).isInstanceOf(VerifiedToken.class);
    }

    @Test
    void aRetiredKeyVerifiesUntilItsEndAndNotAtIt() {
        String token = token(KeyRing.of(old.withKid("old")));
        KeyRing ring = KeyRing.of(fresh.withKid("new")).withRetired(old.withKid("old"), END);
        clock.set(END.minusMillis(1));
        assertThat(verify(ring, token)).isInstanceOf(VerifiedToken.class);
        clock.set(END);
        assertThat(reason(ring, token)).isEqualTo(Refusal.UNKNOWN_KEY);
    }

    @Test
    void anUnknownKidIsRefusedEvenIfSomeKeyWouldFit() {
        assertThat(reason(KeyRing.of(fresh.withKid("new")), token(KeyRing.of(fresh.withKid("other")))))
                .isEqualTo(Refusal.UNKNOWN_KEY);
    }

    @Test
    void aKidIsRefusedWhereTheOnlyKeyHasNone() {
        assertThat(reason(KeyRing.of(fresh), token(KeyRing.of(fresh.withKid("new")))))
                .isEqualTo(Refusal.UNKNOWN_KEY);
    }

    @Test
    void aTokenWithoutKidIsCheckedWithTheCurrentKeyWhereEveryKeyHasAKid() {
        KeyRing ring = KeyRing.of(fresh.withKid("new")).withRetired(old.withKid("old"), END);
        assertThat(verify(ring, token(KeyRing.of(fresh)))).isInstanceOf(VerifiedToken.class);
        assertThat(reason(ring, token(KeyRing.of(old)))).isEqualTo(Refusal.WRONG_SIGNATURE);
    }

    @Test
    void aTokenWithoutKidIsCheckedWithTheKeyWithoutKidWhereThereIsOne() {
        KeyRing ring = KeyRing.of(fresh.withKid("new")).withRetired(old, END);
        assertThat(verify(ring, token(KeyRing.of(old)))).isInstanceOf(VerifiedToken.class);
        assertThat(reason(ring, token(KeyRing.of(fresh)))).isEqualTo(Refusal.WRONG_SIGNATURE);
        clock.set(END);
        assertThat(reason(ring, token(KeyRing.of(old)))).isEqualTo(Refusal.UNKNOWN_KEY);
    }

    @Test
    void aRetiredKeyMayHaveNoEnd() {
        KeyRing ring = KeyRing.of(fresh.withKid("new")).withRetired(old.withKid("old"), Instant.MAX);
        assertThat(verify(ring, token(KeyRing.of(old.withKid("old"))))).isInstanceOf(VerifiedToken.class);
    }

    @Test
    void aKeyThatHasAlwaysBeenRetiredVerifiesNothing() {
        KeyRing ring = KeyRing.of(fresh.withKid("new")).withRetired(old.withKid("old"), Instant.MIN);
        assertThat(reason(ring, token(KeyRing.of(old.withKid("old"))))).isEqualTo(Refusal.UNKNOWN_KEY);
    }

    @Test
    void keysThatShareAKidAreRefused() {
        KeyRing ring = KeyRing.of(fresh.withKid("same"));
        assertThatThrownBy(() -> ring.withRetired(old.withKid("same"), END))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share the kid same")
                .hasMessageContaining("withKid");
    }

    @Test
    void aSecondKeyWithoutKidIsRefused() {
        KeyRing ring = KeyRing.of(fresh);
        assertThatThrownBy(() -> ring.withRetired(old, END)).hasMessageContaining("share the lack of a kid");
    }

    @Test
    void secretsBesidePublicKeysAreRefusedUnlessAskedFor() {
        KeyRing ring = KeyRing.of(TestKeys.keyFor(TokenAlgorithm.ES256).withKid("new"));
        assertThatThrownBy(() -> ring.withRetired(old.withKid("old"), END))
                .hasMessageContaining("either secrets or public keys")
                .hasMessageContaining("mixingSecretsAndPublicKeys");
        assertThatCode(() -> ring.mixingSecretsAndPublicKeys().withRetired(old.withKid("old"), END))
                .doesNotThrowAnyException();
    }

    @Test
    void theRingThatARetiredKeyIsAddedToStaysAsItWas() {
        KeyRing ring = KeyRing.of(fresh.withKid("new"));
        KeyRing larger = ring.withRetired(old.withKid("old"), END);
        assertThat(larger).isNotSameAs(ring);
        assertThat(reason(ring, token(KeyRing.of(old.withKid("old"))))).isEqualTo(Refusal.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @EnumSource(value = TokenAlgorithm.class, names = "HS.*", mode = EnumSource.Mode.MATCH_NONE)
    void theKeySetTellsThePublicHalfAndNothingElse(TokenAlgorithm algorithm) throws ParseException {
        JWKSet set =
                JWKSet.parse(KeyRing.of(TestKeys.keyFor(algorithm).withKid("k")).publicKeySet(NOW));
        assertThat(set.getKeys()).hasSize(1);
        JWK key = set.getKeyByKeyId("k");
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.getKeyUse()).hasToString("sig");
        assertThat(key.getAlgorithm()).hasToString(algorithm.jwsName());
        assertThat(key.toPublicJWK().toJSONObject()).isEqualTo(key.toJSONObject());
    }

    @ParameterizedTest
    @EnumSource(value = TokenAlgorithm.class, names = "HS.*", mode = EnumSource.Mode.MATCH_NONE)
    void whoHasTheKeySetCanVerify(TokenAlgorithm algorithm) throws ParseException {
        KeyRing ours = KeyRing.of(TestKeys.keyFor(algorithm).withKid("k"));
        String published =
                JWKSet.parse(ours.publicKeySet(NOW)).getKeyByKeyId("k").toJSONString();
        KeyRing theirs = KeyRing.of(TokenKey.fromJwk(published));
        assertThat(verify(theirs, token(ours))).isInstanceOf(VerifiedToken.class);
    }

    @Test
    void aSecretIsNeverInTheKeySet() {
        KeyRing ring = KeyRing.of(TestKeys.keyFor(TokenAlgorithm.ES256).withKid("new"))
                .mixingSecretsAndPublicKeys()
                .withRetired(old.withKid("old"), END);
        assertThat(ring.publicKeySet(NOW))
                .contains("\"kid\":\"new\"")
                .doesNotContain("old")
                .doesNotContain("oct");
        assertThat(KeyRing.of(old).publicKeySet(NOW)).isEqualTo("{\"keys\":[]}");
    }

    @Test
    void aRetiredKeyLeavesTheKeySetAtItsEnd() throws ParseException {
        KeyRing ring = KeyRing.of(TestKeys.keyFor(TokenAlgorithm.ES256).withKid("new"))
                .withRetired(TestKeys.keyFor(TokenAlgorithm.RS256).withKid("old"), END);
        assertThat(JWKSet.parse(ring.publicKeySet(END.minusMillis(1))).getKeys())
                .extracting(JWK::getKeyID)
                .containsExactly("new", "old");
        assertThat(JWKSet.parse(ring.publicKeySet(END)).getKeys())
                .extracting(JWK::getKeyID)
                .containsExactly("new");
    }

    @Test
    void itsTextNamesTheKeysAlone() {
        assertThat(KeyRing.of(fresh.withKid("new")).withRetired(old.withKid("old"), END))
                .hasToString("KeyRing[TokenKey[HS256, kid=new], TokenKey[HS256, kid=old]]");
    }

    private String token(KeyRing ring) {
        SettableClock beginning = new SettableClock(NOW);
        return new TokenIssuer(ring, RULES, beginning, new SeededBytes(1))
                .issue("u1", Map.of())
                .reveal();
    }

    private TokenVerdict verify(KeyRing ring, String token) {
        return new TokenVerifier(ring, RULES, clock).verify(token);
    }

    private Refusal reason(KeyRing ring, String token) {
        return ((Refused) verify(ring, token)).reason();
    }

    private static Map<String, Object> headerOf(String token) {
        return UnverifiedToken.parse(token).orElseThrow().claimedHeader();
    }

    private static TokenKey secret(long seed) {
        return TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(new SeededBytes(seed).next(32)));
    }
}
