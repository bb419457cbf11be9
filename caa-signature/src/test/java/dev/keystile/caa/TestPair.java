package dev.keystile.caa;

import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A pair and a moment to sign with it. */
record TestPair(ApiKey apiKey, ApiSecret secret) {

    static final String ACTION = "user:personal-profile";
    static final long NOW = 1_700_000_000_000L;

    static TestPair random() {
        RandomBytes random = RandomBytes.secure();
        return new TestPair(ApiKey.generate(new UserId("1"), random), ApiSecret.generate(random));
    }

    CaaSigner signer(CaaAlgorithm algorithm) {
        return CaaSigner.of(apiKey, secret).using(algorithm).at(clockAt(NOW));
    }

    String sign(CaaAlgorithm algorithm) {
        return signer(algorithm).sign(ACTION);
    }

    String signAt(long millis) {
        return CaaSigner.of(apiKey, secret).at(clockAt(millis)).sign(ACTION);
    }

    static Clock clockAt(long millis) {
        return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    static CaaHeader parse(String header) {
        return (CaaHeader) CaaHeader.parse(header);
    }
}
