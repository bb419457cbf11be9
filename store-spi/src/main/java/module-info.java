/** What a store promises, the user directory, and the in-memory defaults. */
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
