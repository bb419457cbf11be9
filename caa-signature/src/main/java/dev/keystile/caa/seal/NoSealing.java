package dev.keystile.caa.seal;

import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoreException;

/** The pair as it is: the key is the lookup, the secret is the body. */
record NoSealing() implements PairSealing {

    @Override
    public Lookup lookup(ApiKey apiKey) {
        return Lookup.of(apiKey.tag(), apiKey.bytes());
    }

    @Override
    public CredentialBody seal(ApiKey apiKey, ApiSecret secret) {
        return CredentialBody.of(secret.bytes());
    }

    @Override
    public OpenedPair open(Lookup lookup, CredentialBody body) {
        byte[] secret = body.bytes();
        if (secret.length != ApiSecret.LENGTH) {
            throw new StoreException(
                    "A credential in the store is " + secret.length + " bytes where an unsealed secret has "
                            + ApiSecret.LENGTH + "; if it was sealed, configure the sealing keys that sealed it.");
        }
        return new OpenedPair(ApiKey.of(lookup.bytes()), ApiSecret.of(secret));
    }
}
