package dev.keystile.benchmark.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Date;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** nimbus-jose-jwt, used directly. */
@SuppressWarnings("JavaUtilDate") // that is what nimbus tells the time by
final class Nimbus implements TokenLibrary {

    private final JWSHeader header =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
    private final JWSSigner signer;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    Nimbus() throws JOSEException {
        signer = new MACSigner(Claims.SECRET);
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT));
        processor.setJWSKeySelector(
                new SingleKeyJWSKeySelector<>(JWSAlgorithm.HS256, new SecretKeySpec(Claims.SECRET, "HmacSHA256")));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                Claims.AUDIENCE,
                new JWTClaimsSet.Builder().issuer(Claims.ISSUER).build(),
                Set.of("sub", "iat", "exp", "jti"));
        claims.setMaxClockSkew(0);
        processor.setJWTClaimsSetVerifier(claims);
    }

    @Override
    public String issue() {
        long now = System.currentTimeMillis();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(Claims.SUBJECT)
                .issuer(Claims.ISSUER)
                .audience(Claims.AUDIENCE)
                .issueTime(new Date(now))
                .expirationTime(new Date(now + Claims.LIFETIME.toMillis()))
                .notBeforeTime(new Date(now))
                .jwtID(Claims.newId())
                .claim("fam", Claims.FAMILY)
                .claim("lat", now)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException noHmac) {
            throw new IllegalStateException(noHmac);
        }
        return token.serialize();
    }

    @Override
    public @Nullable String verify(String token) {
        try {
            return processor.process(token, null).getJWTID();
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            return null;
        }
    }
}
