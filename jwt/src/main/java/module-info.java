/**
 * JSON Web Tokens: issuing and verifying, stricter than the libraries beneath.
 *
 * <p>{@link dev.keystile.jwt.service.Tokens} and {@link dev.keystile.jwt.service.BearerTokens} log users in, verify tokens, exchange
 * each exactly once and revoke; {@link dev.keystile.jwt.endpoint.TokenEndpoints} and
 * {@link dev.keystile.jwt.endpoint.BearerEndpoints} are their contracts, to be mounted:
 *
 * <pre>{@code
 * KeyRing ring = KeyRing.of(TokenKey.signing(TokenAlgorithm.ES256, pair).withKid("1"));
 * Tokens tokens = Tokens.builder(ring, "https://example.com", new InMemoryTokenLedger(), users).build();
 * }</pre>
 *
 * <p>{@link dev.keystile.jwt.TokenIssuer} and {@link dev.keystile.jwt.TokenVerifier} are the protocol alone, without users or a ledger.
 */
module dev.keystile.jwt {
    requires static transitive org.jspecify;
    requires transitive dev.keystile.store;
    requires com.nimbusds.jose.jwt;
    requires org.apache.commons.codec;

    exports dev.keystile.jwt;
    exports dev.keystile.jwt.endpoint;
    exports dev.keystile.jwt.service;
}
