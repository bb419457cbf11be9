/** JSON Web Tokens: issuing and verifying, stricter than the libraries beneath. */
module dev.keystile.jwt {
    requires static transitive org.jspecify;
    requires transitive dev.keystile.store;
    requires com.nimbusds.jose.jwt;
    requires org.apache.commons.codec;

    exports dev.keystile.jwt;
    exports dev.keystile.jwt.endpoint;
    exports dev.keystile.jwt.service;
}
