package dev.keystile.jwt.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.RandomBytes;
import dev.keystile.jwt.GenuineToken;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.IssuedToken;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenIssuer;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.TokenRules;
import dev.keystile.jwt.TokenVerdict;
import dev.keystile.jwt.TokenVerdict.RefreshableAfterExpiry;
import dev.keystile.jwt.TokenVerdict.Refused;
import dev.keystile.jwt.TokenVerifier;
import dev.keystile.jwt.UnverifiedToken;
import dev.keystile.jwt.VerifiedToken;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The API as an application sees it, from a package that is not ours. */
class PublicApiTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final TokenRules RULES = TokenRules.issuedBy("https://api.example.com/tokens")
            .lifetime(Duration.ofDays(14))
            .refreshWindow(Duration.ofDays(28))
            .numericSubjects()
            .alphanumericTokenIds()
            .build();

    private final KeyRing keys = KeyRing.of(
            TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure())));

    @Test
    void aTokenIsIssuedAndVerified() {
        IssuedToken issued = issuerAt(NOW).issue("1", Map.of("role", "reader"));
        String answer = greetingFor(verifierAt(NOW).verify(issued.reveal()));
        assertThat(answer).isEqualTo("Hello, 1 (reader)!");
    }

    @Test
    void anExpiredTokenIsExchanged() {
        IssuedToken issued = issuerAt(NOW).issue("1", Map.of());
        Instant later = issued.expiresAt().plusSeconds(1);
        TokenVerdict verdict = verifierAt(later).verify(issued.reveal());
        assertThat(verdict).isInstanceOf(RefreshableAfterExpiry.class);
        IssuedToken successor = issuerAt(later).issueSuccessor((GenuineToken) verdict, "1", Map.of());
        assertThat(verifierAt(later).verify(successor.reveal())).isInstanceOf(VerifiedToken.class);
    }

    @Test
    void aRefusalTellsItsReason() {
        assertThat(greetingFor(verifierAt(NOW).verify("not a token"))).isEqualTo("Log in again.");
    }

    @Test
    void keysAreRotatedAndPublished() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        TokenKey old = TokenKey.signing(TokenAlgorithm.ED25519, generator.generateKeyPair())
                .withKid("2025");
        TokenKey fresh = TokenKey.signing(TokenAlgorithm.ED25519, generator.generateKeyPair())
                .withKid("2026");
        KeyRing rotated = KeyRing.of(fresh).withRetired(old, NOW.plus(RULES.longestLifetime()));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        String token = new TokenIssuer(KeyRing.of(old), RULES, clock, RandomBytes.secure())
                .issue("1", Map.of())
                .reveal();
        assertThat(new TokenVerifier(rotated, RULES, clock).verify(token)).isInstanceOf(VerifiedToken.class);
        assertThat(rotated.publicKeySet(NOW)).contains("\"kid\":\"2025\"", "\"kid\":\"2026\"");
    }

    @Test
    void aTokenIsLookedIntoAndExplained() {
        String token = issuerAt(NOW).issue("1", Map.of()).reveal();
        assertThat(UnverifiedToken.parse(token))
                .hasValueSatisfying(unverified ->
                        assertThat(unverified.claimedIssuer()).contains("https://api.example.com/tokens"));
        assertThat(verifierAt(NOW).explain(token)).startsWith("verdict: VerifiedToken");
    }

    private static String greetingFor(TokenVerdict verdict) {
        if (verdict instanceof VerifiedToken token) {
            return "Hello, " + token.subject() + " (" + token.customText("role").orElse("guest") + ")!";
        }
        if (verdict instanceof Refused refused) {
            return switch (refused.reason()) {
                case MALFORMED, EXPIRED -> "Log in again.";
                default -> "Go away.";
            };
        }
        return "Refresh first.";
    }

    private TokenIssuer issuerAt(Instant now) {
        return new TokenIssuer(keys, RULES, Clock.fixed(now, ZoneOffset.UTC), RandomBytes.secure());
    }

    private TokenVerifier verifierAt(Instant now) {
        return new TokenVerifier(keys, RULES, Clock.fixed(now, ZoneOffset.UTC));
    }
}
