package dev.keystile.store.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.store.CredentialStore;
import java.util.function.Consumer;

/** Runs one test of the contract against a broken store. */
final class Bite {

    private Bite() {}

    /** Asserts that {@code test} fails on {@code broken}, and that the failure says {@code why}. */
    static void assertCaught(CredentialStore broken, Consumer<CredentialStoreContract> test, String why) {
        CredentialStoreContract contract = new CredentialStoreContract() {
            @Override
            protected CredentialStore newStore() {
                return broken;
            }

            /** Random intents seldom come upon a single millisecond; over so many sequences they surely do. */
            @Override
            protected int rounds() {
                return 20 * super.rounds();
            }
        };
        contract.makeStore();
        assertThatThrownBy(() -> test.accept(contract))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why);
    }
}
