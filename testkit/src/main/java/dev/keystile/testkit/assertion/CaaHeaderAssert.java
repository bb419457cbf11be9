package dev.keystile.testkit.assertion;

import dev.keystile.caa.CaaHeader;
import dev.keystile.caa.CaaVerdict;
import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.HeaderFault;
import dev.keystile.caa.ParsedHeader;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What an {@code Authorization} header is in the Caa scheme. */
public final class CaaHeaderAssert extends AbstractAssert<CaaHeaderAssert, ParsedHeader> {

    CaaHeaderAssert(@Nullable String authorization) {
        super(CaaHeader.parse(authorization == null ? List.of() : List.of(authorization)), CaaHeaderAssert.class);
    }

    /** Verifies that it is well-formed. */
    public CaaHeaderAssert isWellFormed() {
        header();
        return this;
    }

    /** Verifies that it is no Caa header, because of {@code fault}. */
    public CaaHeaderAssert isFaulty(HeaderFault fault) {
        if (actual != fault) {
            throw failure("Expected a header of which is said: %s. It was %s.", fault.description(), actual);
        }
        return this;
    }

    /** Verifies that it names {@code apiKey}. */
    public CaaHeaderAssert hasApiKey(ApiKey apiKey) {
        if (!header().apiKey().equals(apiKey)) {
            throw failure("Expected a header of %s, but it was of %s.", apiKey, header().apiKey());
        }
        return this;
    }

    /** Verifies that it was signed for {@code action} with {@code secret}, by any algorithm but the legacy one, at any time. */
    public CaaHeaderAssert isSignedFor(String action, ApiSecret secret) {
        CaaVerdict verdict = CaaVerifier.standard().verify(action, header(), secret, header().timestampMillis());
        if (verdict == CaaVerdict.Rejection.WRONG_SIGNATURE) {
            throw failure(
                    "Expected a signature for '%s', but it was for something else, or by another secret.", action);
        }
        return this;
    }

    /** Verifies that it was signed at {@code instant}, to the millisecond. */
    public CaaHeaderAssert isSignedAt(Instant instant) {
        if (header().timestampMillis() != instant.toEpochMilli()) {
            throw failure(
                    "Expected a header of %s, but it was of %s.",
                    instant, Instant.ofEpochMilli(header().timestampMillis()));
        }
        return this;
    }

    private CaaHeader header() {
        if (actual instanceof HeaderFault fault) {
            throw failure("Expected a Caa header, but %s.", fault.description());
        }
        return (CaaHeader) actual;
    }
}
