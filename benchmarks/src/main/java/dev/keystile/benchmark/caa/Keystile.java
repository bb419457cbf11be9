package dev.keystile.benchmark.caa;

import dev.keystile.caa.CaaHeader;
import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.VerifiedSignature;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.SecretTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** This library's protocol, with its own table of secrets. */
final class Keystile implements CaaWay {

    private SecretTable secrets = SecretTable.of(Map.of());
    private final CaaVerifier verifier = CaaVerifier.standard();
    private CaaSigner[] signers = {};

    @Override
    public void learn(int count) {
        Map<ApiKey, ApiSecret> pairs = new HashMap<>();
        signers = new CaaSigner[count];
        for (int index = 0; index < count; index++) {
            ApiKey key = ApiKey.of(Pairs.keyOf(index));
            ApiSecret secret = ApiSecret.of(Pairs.secretOf(index));
            pairs.put(key, secret);
            signers[index] = CaaSigner.of(key, secret);
        }
        secrets = SecretTable.of(pairs);
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
        Optional<ApiSecret> secret = secrets.find(parsed.apiKey());
        return secret.isPresent()
                && verifier.verify(Pairs.ACTION, parsed, secret.get(), System.currentTimeMillis())
                        instanceof VerifiedSignature;
    }
}
