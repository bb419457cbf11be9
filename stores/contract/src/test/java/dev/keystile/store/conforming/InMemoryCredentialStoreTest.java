package dev.keystile.store.conforming;

import dev.keystile.store.CredentialStore;
import dev.keystile.store.contract.CredentialStoreContract;
import dev.keystile.store.memory.InMemoryCredentialStore;

/** The embedded default keeps the contract. */
class InMemoryCredentialStoreTest extends CredentialStoreContract {

    @Override
    protected CredentialStore newStore() {
        return new InMemoryCredentialStore();
    }

    @Override
    protected int rounds() {
        return 1000;
    }
}
