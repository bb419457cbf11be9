package dev.keystile.store.contract;

import dev.keystile.store.CredentialStore;

/** The model keeps the contract itself, one call at a time. */
class ReferenceModelTest extends CredentialStoreContract {

    @Override
    protected CredentialStore newStore() {
        return new LockedModel();
    }
}
