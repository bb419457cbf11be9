package dev.keystile.benchmark.token;

import dev.keystile.core.RandomBytes;
import dev.keystile.jwt.GenuineToken;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenIssuer;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.TokenRules;
import dev.keystile.jwt.TokenVerifier;
import dev.keystile.jwt.VerifiedToken;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** This library, at its defaults. */
final class Keystile implements TokenLibrary {

    private static final TokenRules RULES = TokenRules.issuedBy(Claims.ISSUER)
            .audience(Claims.AUDIENCE)
            .lifetime(Claims.LIFETIME)
            .build();

    private final TokenIssuer issuer = new TokenIssuer(ring(), RULES, Clock.systemUTC(), RandomBytes.secure());
    private final TokenVerifier verifier = new TokenVerifier(ring(), RULES, Clock.systemUTC());

    /** What the new token takes its family and its times from, as after an exchange; the peers are handed theirs too. */
    private final GenuineToken former = (GenuineToken)
            verifier.verify(issuer.issue(Claims.SUBJECT, Map.of()).reveal());

    @Override
    public String issue() {
        return issuer.issueSuccessor(former, Claims.SUBJECT, Map.of()).reveal();
    }

    @Override
    public @Nullable String verify(String token) {
        return verifier.verify(token) instanceof VerifiedToken verified ? verified.id() : null;
    }

    static KeyRing ring() {
        return KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(Claims.SECRET)));
    }
}
