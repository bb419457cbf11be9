package dev.keystile.benchmark.token;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.util.Date;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** jjwt, with its Jackson reader and writer. */
@SuppressWarnings("JavaUtilDate") // that is what jjwt tells the time by
final class Jjwt implements TokenLibrary {

    private final SecretKey key = Keys.hmacShaKeyFor(Claims.SECRET);
    private final JwtParser parser = Jwts.parser()
            .verifyWith(key)
            .requireIssuer(Claims.ISSUER)
            .requireAudience(Claims.AUDIENCE)
            .build();

    @Override
    public String issue() {
        long now = System.currentTimeMillis();
        return Jwts.builder()
                .header()
                .type("JWT")
                .and()
                .subject(Claims.SUBJECT)
                .issuer(Claims.ISSUER)
                .audience()
                .add(Claims.AUDIENCE)
                .and()
                .issuedAt(new Date(now))
                .expiration(new Date(now + Claims.LIFETIME.toMillis()))
                .notBefore(new Date(now))
                .id(Claims.newId())
                .claim("fam", Claims.FAMILY)
                .claim("lat", now)
                .signWith(key, Jwts.SIG.HS256)
                .compact();
    }

    @Override
    public @Nullable String verify(String token) {
        try {
            return parser.parseSignedClaims(token).getPayload().getId();
        } catch (JwtException refused) {
            return null;
        }
    }
}
