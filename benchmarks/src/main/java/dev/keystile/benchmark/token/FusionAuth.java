package dev.keystile.benchmark.token;

import io.fusionauth.jwt.JWTDecoder;
import io.fusionauth.jwt.JWTEncoder;
import io.fusionauth.jwt.JWTException;
import io.fusionauth.jwt.Signer;
import io.fusionauth.jwt.Verifier;
import io.fusionauth.jwt.domain.JWT;
import io.fusionauth.jwt.hmac.HMACSigner;
import io.fusionauth.jwt.hmac.HMACVerifier;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** fusionauth-jwt, which leaves issuer and audience to its caller. */
final class FusionAuth implements TokenLibrary {

    private final Signer signer = HMACSigner.newSHA256Signer(Claims.SECRET);
    private final Verifier verifier = HMACVerifier.newVerifier(Claims.SECRET);
    private final JWTEncoder encoder = JWT.getEncoder();
    private final JWTDecoder decoder = JWT.getDecoder();

    @Override
    public String issue() {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        JWT token = new JWT()
                .setSubject(Claims.SUBJECT)
                .setIssuer(Claims.ISSUER)
                .setAudience(Claims.AUDIENCE)
                .setIssuedAt(now)
                .setExpiration(now.plus(Claims.LIFETIME))
                .setNotBefore(now)
                .setUniqueId(Claims.newId())
                .addClaim("fam", Claims.FAMILY)
                .addClaim("lat", now.toInstant().toEpochMilli());
        return encoder.encode(token, signer);
    }

    @Override
    public @Nullable String verify(String token) {
        try {
            JWT verified = decoder.decode(token, verifier);
            boolean ours = Claims.ISSUER.equals(verified.issuer) && Claims.AUDIENCE.equals(verified.audience);
            return ours ? verified.uniqueId : null;
        } catch (JWTException refused) {
            return null;
        }
    }
}
