/**
 * Caa request signatures, logins that hand out key pairs, and refreshes that happen exactly once.
 *
 * <p>A server mounts the contracts by {@link dev.keystile.caa.endpoint.CaaEndpoints}, or calls
 * {@link dev.keystile.caa.service.CaaKeys} from its own controllers. Refusals are values:
 *
 * <pre>{@code
 * Authentication result = keys.authenticate("user:personal-profile", authorizationHeader);
 * if (result instanceof AuthenticatedCaller caller) {
 *     return "hello " + caller.userId();
 * }
 * }</pre>
 *
 * <p>A client signs by {@link dev.keystile.caa.CaaSigner}, with the pair that a login got:
 *
 * <pre>{@code
 * CaaSigner signer = CaaSigner.of(apiKey, secretKey);
 * HttpRequest request = HttpRequest.newBuilder(uri)
 *         .header("Authorization", signer.sign("user:personal-profile"))
 *         .build();
 * }</pre>
 */
module dev.keystile.caa {
    requires static transitive org.jspecify;
    requires transitive dev.keystile.store;
    requires transitive java.net.http;
    requires org.apache.commons.codec;

    exports dev.keystile.caa;
    exports dev.keystile.caa.client;
    exports dev.keystile.caa.endpoint;
    exports dev.keystile.caa.seal;
    exports dev.keystile.caa.service;
}
