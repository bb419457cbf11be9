/** Caa request signatures, logins that hand out key pairs, and refreshes that happen exactly once. */
module dev.keystile.caa {
    requires static transitive org.jspecify;
    requires transitive dev.keystile.store;
    requires org.apache.commons.codec;

    exports dev.keystile.caa;
    exports dev.keystile.caa.endpoint;
    exports dev.keystile.caa.seal;
    exports dev.keystile.caa.service;
}
