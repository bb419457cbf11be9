package dev.keystile.benchmark.token;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.JWTVerifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** java-jwt. */
final class JavaJwt implements TokenLibrary {

    private final Algorithm algorithm = Algorithm.HMAC256(Claims.SECRET);
    private final JWTVerifier verifier = JWT.require(algorithm)
            .withIssuer(Claims.ISSUER)
            .withAudience(Claims.AUDIENCE)
            .build();

    @Override
    public String issue() {
        Instant now = Instant.now();
        return JWT.create()
                .withSubject(Claims.SUBJECT)
                .withIssuer(Claims.ISSUER)
                .withAudience(Claims.AUDIENCE)
                .withIssuedAt(now)
                .withExpiresAt(now.plus(Claims.LIFETIME))
                .withNotBefore(now)
                .withJWTId(Claims.newId())
                .withClaim("fam", Claims.FAMILY)
                .withClaim("lat", now.toEpochMilli())
                .sign(algorithm);
    }

    @Override
    public @Nullable String verify(String token) {
        try {
            return verifier.verify(token).getId();
        } catch (JWTVerificationException refused) {
            return null;
        }
    }
}
