/** The conformance kit that any store extends, in tests alone. */
module dev.keystile.store.contract {
    requires static transitive org.jspecify;
    requires transitive dev.keystile.store;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;

    exports dev.keystile.store.contract;
    exports dev.keystile.store.contract.token;

    opens dev.keystile.store.contract to
            org.junit.platform.commons;
    opens dev.keystile.store.contract.token to
            org.junit.platform.commons;
}
