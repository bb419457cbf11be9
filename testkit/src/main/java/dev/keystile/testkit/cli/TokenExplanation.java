package dev.keystile.testkit.cli;

import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.TokenRules;
import dev.keystile.jwt.TokenVerdict;
import dev.keystile.jwt.TokenVerifier;
import dev.keystile.jwt.UnverifiedToken;
import dev.keystile.jwt.VerifiedToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token, as far as it can be judged without the server. */
final class TokenExplanation {

    private static final Duration LIFETIME = Duration.ofDays(14);
    private static final Duration WINDOW = Duration.ofDays(28);

    private final Clock clock;
    private final Optional<String> secret;
    private final @Nullable String issuer;
    private final @Nullable String audience;

    TokenExplanation(Clock clock, Optional<String> secret, @Nullable String issuer, @Nullable String audience) {
        this.clock = clock;
        this.secret = secret;
        this.issuer = issuer;
        this.audience = audience;
    }

    /** @throws IllegalArgumentException if the secret is none, or too weak */
    List<Finding> of(String compact) {
        Optional<UnverifiedToken> parsed = UnverifiedToken.parse(compact);
        if (parsed.isEmpty()) {
            return List.of(Finding.of(
                    false, "token", "is not three segments of canonical base64url with strict JSON in the first two"));
        }
        List<Finding> findings = new ArrayList<>(claimed(parsed.get()));
        findings.addAll(secret.isPresent() ? judged(compact, parsed.get(), secret.get()) : unjudged(parsed.get()));
        findings.add(new Finding(
                Finding.Mark.SKIPPED,
                "server",
                "whether it was spent or revoked, and its user, only the server knows"));
        return findings;
    }

    private static List<Finding> claimed(UnverifiedToken token) {
        String kind = token.claims().containsKey("aud")
                ? "the Bearer dialect, it has an aud"
                : "the /tokens dialect, it has no aud";
        return List.of(
                new Finding(Finding.Mark.CLAIMED, "kind", kind),
                new Finding(
                        Finding.Mark.CLAIMED,
                        "header",
                        "alg " + Printable.of(token.claimedHeader().get("alg")) + ", members "
                                + Printable.of(token.claimedHeader().keySet())),
                new Finding(
                        Finding.Mark.CLAIMED,
                        "claims",
                        "iss " + Printable.of(token.claimedIssuer().orElse("absent")) + ", members "
                                + Printable.of(token.claims().keySet())));
    }

    private List<Finding> unjudged(UnverifiedToken token) {
        Finding signature = new Finding(
                Finding.Mark.SKIPPED,
                "signature",
                "set KEYSTILE_JWT_SECRET to have it looked at; anyone can write a token");
        if (!(token.claims().get("exp") instanceof Long exp) || exp < 0 || exp > 253_402_300_799L) {
            return List.of(signature, Finding.of(false, "exp", "there is none that is a time"));
        }
        String detail = Instant.ofEpochSecond(exp) + ", the clock says " + clock.instant();
        return List.of(signature, Finding.of(clock.instant().isBefore(Instant.ofEpochSecond(exp)), "exp", detail));
    }

    private List<Finding> judged(String compact, UnverifiedToken token, String base64) {
        TokenAlgorithm algorithm = hmacOf(token);
        KeyRing ring = KeyRing.of(TokenKey.hmac(algorithm, HmacSecret.ofBase64(base64)));
        TokenVerifier verifier = new TokenVerifier(ring, rulesFor(token), clock);
        TokenVerdict verdict = verifier.verify(compact);
        List<Finding> findings = new ArrayList<>();
        boolean holds = verdict instanceof VerifiedToken;
        for (String line : verifier.explain(compact).split("\n", -1)) {
            String[] parts = line.split(": ", 2);
            boolean isVerdict = parts[0].equals("verdict");
            findings.add(new Finding(
                    !isVerdict ? Finding.Mark.CLAIMED : holds ? Finding.Mark.OK : Finding.Mark.REFUSED,
                    parts[0],
                    parts[parts.length - 1]));
        }
        return findings;
    }

    /** A secret fits HMAC alone; which of the three is the token's word, and a wrong word is a wrong signature. */
    private static TokenAlgorithm hmacOf(UnverifiedToken token) {
        Object alg = token.claimedHeader().get("alg");
        if ("HS384".equals(alg)) {
            return TokenAlgorithm.HS384;
        }
        return "HS512".equals(alg) ? TokenAlgorithm.HS512 : TokenAlgorithm.HS256;
    }

    private TokenRules rulesFor(UnverifiedToken token) {
        String iss = issuer == null
                ? token.claimedIssuer().filter(claim -> !claim.isEmpty()).orElse("absent")
                : issuer;
        String aud = audience == null && token.claims().get("aud") instanceof String claim ? claim : audience;
        TokenRules.Builder rules = TokenRules.issuedBy(iss);
        return aud == null
                ? rules.lifetime(LIFETIME)
                        .acceptingNumericSubjects()
                        .alphanumericTokenIds()
                        .refreshWindow(WINDOW)
                        .build()
                : rules.audience(aud).withoutIssueTimes().uuidTokenIds().build();
    }
}
