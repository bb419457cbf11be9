package dev.keystile.benchmark.token;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** jose4j. */
final class Jose4j implements TokenLibrary {

    private final HmacKey key = new HmacKey(Claims.SECRET);
    private final JwtConsumer consumer = new JwtConsumerBuilder()
            .setVerificationKey(key)
            .setJwsAlgorithmConstraints(
                    new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
            .setExpectedIssuer(Claims.ISSUER)
            .setExpectedAudience(Claims.AUDIENCE)
            .setRequireExpirationTime()
            .setRequireSubject()
            .setRequireJwtId()
            .build();

    @Override
    public String issue() {
        long now = Claims.nowSeconds();
        JwtClaims claims = new JwtClaims();
        claims.setSubject(Claims.SUBJECT);
        claims.setIssuer(Claims.ISSUER);
        claims.setAudience(Claims.AUDIENCE);
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + Claims.LIFETIME.toSeconds()));
        claims.setNotBefore(NumericDate.fromSeconds(now));
        claims.setJwtId(Claims.newId());
        claims.setClaim("fam", Claims.FAMILY);
        claims.setClaim("lat", now * 1000);
        JsonWebSignature token = new JsonWebSignature();
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setKey(key);
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException noHmac) {
            throw new IllegalStateException(noHmac);
        }
    }

    @Override
    public @Nullable String verify(String token) {
        try {
            return consumer.processToClaims(token).getJwtId();
        } catch (InvalidJwtException | MalformedClaimException refused) {
            return null;
        }
    }
}
