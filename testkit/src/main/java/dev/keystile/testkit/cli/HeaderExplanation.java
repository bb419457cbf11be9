package dev.keystile.testkit.cli;

import dev.keystile.caa.CaaAlgorithm;
import dev.keystile.caa.CaaHeader;
import dev.keystile.caa.CaaVerdict;
import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.HeaderFault;
import dev.keystile.caa.ParsedHeader;
import dev.keystile.caa.VerifiedSignature;
import dev.keystile.core.ApiSecret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Caa header, as far as it can be judged without the server. */
final class HeaderExplanation {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Clock clock;
    private final Optional<String> secret;
    private final @Nullable String action;

    HeaderExplanation(Clock clock, Optional<String> secret, @Nullable String action) {
        this.clock = clock;
        this.secret = secret;
        this.action = action;
    }

    /** @throws IllegalArgumentException if the secret is none */
    List<Finding> of(String credential) {
        ParsedHeader parsed = CaaHeader.parse(credential);
        if (parsed instanceof HeaderFault fault) {
            return List.of(Finding.of(false, "header", fault.description()));
        }
        CaaHeader header = (CaaHeader) parsed;
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(true, "header", "a Caa header of " + header.apiKey() + ", well-formed"));
        findings.add(ofSignature(header));
        findings.add(ofClock(header));
        findings.add(new Finding(
                Finding.Mark.SKIPPED, "server", "whether the pair is alive, and its user, only the server knows"));
        return findings;
    }

    private Finding ofSignature(CaaHeader header) {
        int length = header.signature().length;
        if (secret.isEmpty() || action == null) {
            return new Finding(
                    Finding.Mark.SKIPPED,
                    "signature",
                    length + " bytes; set KEYSTILE_SECRET_KEY and say --action to have it looked at");
        }
        ApiSecret key = ApiSecret.parse(secret.get())
                .orElseThrow(() -> new IllegalArgumentException(
                        "KEYSTILE_SECRET_KEY is not the canonical base64 of 32 bytes; set it as the grant has it."));
        CaaVerdict verdict = CaaVerifier.standard()
                .alsoAcceptingLegacyDigest()
                .verify(action, header, key, header.timestampMillis());
        if (verdict instanceof VerifiedSignature verified) {
            boolean legacy = verified.algorithm() == CaaAlgorithm.SHA1_DIGEST;
            return Finding.of(
                    true,
                    "signature",
                    length + " bytes, matches " + verified.algorithm()
                            + (legacy ? ", which servers refuse unless they turn it on" : ""));
        }
        return Finding.of(
                false,
                "signature",
                length + " bytes, matches no algorithm; it would be made over "
                        + header.describeSigned(action, CaaAlgorithm.HMAC_SHA1));
    }

    private Finding ofClock(CaaHeader header) {
        long apart = header.timestampMillis() - clock.millis();
        return Finding.of(
                Math.abs(apart) <= WINDOW.toMillis(),
                "clock",
                "signed at " + Instant.ofEpochMilli(header.timestampMillis()) + ", " + apart
                        + " ms from the clock; a server allows " + WINDOW.toMillis() + " unless told otherwise");
    }
}
