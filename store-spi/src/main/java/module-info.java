/**
 * What a store promises, the user directory, and the in-memory defaults.
 *
 * <p>Every server implements {@link dev.keystile.store.user.UserDirectory}. Whoever writes a store of their own implements
 * {@link dev.keystile.store.CredentialStore} or {@link dev.keystile.store.token.TokenLedger}, and extends the contracts of
 * {@code dev.keystile.store.contract} in its tests.
 */
module dev.keystile.store {
    requires static transitive org.jspecify;
    requires transitive dev.keystile.core;
    requires org.slf4j;

    exports dev.keystile.store;
    exports dev.keystile.store.memory;
    exports dev.keystile.store.throttle;
    exports dev.keystile.store.token;
    exports dev.keystile.store.user;
}
