package dev.keystile.benchmark.token;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import org.jspecify.annotations.Nullable;

/** vertx-auth-jwt, whose answers are there before anybody waits for them. */
final class Vertx implements TokenLibrary {

    private final JWTOptions options = new JWTOptions()
            .setAlgorithm("HS256")
            .setIssuer(Claims.ISSUER)
            .addAudience(Claims.AUDIENCE)
            .setExpiresInSeconds((int) Claims.LIFETIME.toSeconds());
    private final JWTAuth auth = JWTAuth.create(
            io.vertx.core.Vertx.vertx(),
            new JWTAuthOptions()
                    .setJWTOptions(options)
                    .addPubSecKey(
                            new PubSecKeyOptions().setAlgorithm("HS256").setBuffer(Buffer.buffer(Claims.SECRET))));

    @Override
    public String issue() {
        long now = System.currentTimeMillis();
        JsonObject claims = new JsonObject()
                .put("sub", Claims.SUBJECT)
                .put("nbf", now / 1000)
                .put("jti", Claims.newId())
                .put("fam", Claims.FAMILY)
                .put("lat", now);
        return auth.generateToken(claims, options);
    }

    @Override
    public @Nullable String verify(String token) {
        Future<User> user = auth.authenticate(new TokenCredentials(token));
        return user.succeeded() ? user.result().principal().getString("jti") : null;
    }
}
