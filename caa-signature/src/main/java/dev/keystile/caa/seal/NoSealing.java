package dev.keystile.caa.seal;

import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoreException;

/** The pair as it is. */
record NoSealing() implements PairSealing {

    @Override
    public Lookup lookup(ApiKey apiKey) {
        return Lookup.of(apiKey.tag(), apiKey.bytes());
    }

    @Override
    public CredentialBody seal(ApiKey apiKey, ApiSecret secret) {
        return CredentialBody.of(PairBytes.join(apiKey, secret));
    }

    @Override
    public OpenedPair open(Lookup lookup, CredentialBody body) {
        byte[] bytes = body.bytes();
        if (bytes.length != PairBytes.LENGTH) {
            throw new StoreException(
                    "A credential in the store is " + bytes.length + " bytes where an unsealed pair has "
                            + PairBytes.LENGTH + "; if it was sealed, configure the sealing keys that sealed it.");
        }
        return PairBytes.split(bytes);
    }
}
