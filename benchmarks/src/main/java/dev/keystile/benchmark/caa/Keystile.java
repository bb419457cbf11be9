package dev.keystile.benchmark.caa;

import dev.keystile.caa.CaaHeader;
import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.VerifiedSignature;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** This library's protocol, with its own values in a map. */
final class Keystile implements CaaWay {

    private final Map<ApiKey, ApiSecret> secrets = new ConcurrentHashMap<>();
    private final CaaVerifier verifier = CaaVerifier.standard();
    private CaaSigner[] signers = {};

    @Override
    public void learn(int count) {
        signers = new CaaSigner[count];
        for (int index = 0; index < count; index++) {
            ApiKey key = ApiKey.of(Pairs.keyOf(index));
            ApiSecret secret = ApiSecret.of(Pairs.secretOf(index));
            secrets.put(key, secret);
            signers[index] = CaaSigner.of(key, secret);
        }
    }

    @Override
    public String sign(int index) {
        return signers[index].sign(Pairs.ACTION);
    }

    @Override
    public boolean verify(String header) {
        if (!(CaaHeader.parse(header) instanceof CaaHeader parsed)) {
            return false;
        }
        ApiSecret secret = secrets.get(parsed.apiKey());
        return secret != null
                && verifier.verify(Pairs.ACTION, parsed, secret, System.currentTimeMillis())
                        instanceof VerifiedSignature;
    }
}
