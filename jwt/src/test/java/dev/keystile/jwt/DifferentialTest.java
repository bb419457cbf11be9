package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers of one text: whatever we accept, nimbus accepts too, as the same subject. The reverse is not true, on purpose. */
class DifferentialTest {

    private static final int ROUNDS = 15_000;
    private static final long NOW = 1_700_000_000;
    private static final byte[] SECRET = TestKeys.secret(32);

    private final TokenVerifier ours = new TokenVerifier(
            KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS256)),
            TokenRules.issuedBy("ours").audience("api").build(),
            SettableClock.atSecond(NOW));
    private final DefaultJWTProcessor<SecurityContext> nimbus = nimbus();

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_120, 8725})
    void whateverWeAcceptNimbusAcceptsToo(long seed) {
        RandomTokens tokens = new RandomTokens(new Random(seed), SECRET, NOW);
        int accepted = 0;
        int refusedByUsAlone = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String token = tokens.next();
            String theirSubject = subjectByNimbus(token);
            if (ours.verify(token) instanceof VerifiedToken verified) {
                accepted++;
                assertThat(theirSubject)
                        .as("seed %d, round %d: %s", seed, round, token)
                        .isEqualTo(verified.subject());
            } else if (!theirSubject.isEmpty()) {
                refusedByUsAlone++;
            }
        }
        assertThat(accepted).as("seed %d: tokens that both accept", seed).isGreaterThan(ROUNDS / 20);
        assertThat(refusedByUsAlone)
                .as("seed %d: tokens that nimbus alone accepts", seed)
                .isGreaterThan(ROUNDS / 100);
    }

    /** The subject, or an empty text for a token that nimbus refuses. */
    private String subjectByNimbus(String token) {
        try {
            return String.valueOf(nimbus.process(token, null).getSubject());
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException refused) {
            return "";
        }
    }

    @SuppressWarnings("JavaUtilDate") // that is what nimbus tells the time by
    private static DefaultJWTProcessor<SecurityContext> nimbus() {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("application/jwt"), null)); // RFC 7515, section 4.1.9
        processor.setJWSKeySelector(
                new SingleKeyJWSKeySelector<>(JWSAlgorithm.HS256, new SecretKeySpec(SECRET, "HMAC")));
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(
                        "api", new JWTClaimsSet.Builder().issuer("ours").build(), Set.of("sub", "iat", "exp", "jti")) {
                    @Override
                    protected Date currentTime() {
                        return new Date(NOW * 1000 + 1); // else nbf = now is refused, against RFC 7519, section 4.1.5
                    }
                };
        claims.setMaxClockSkew(0);
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
    }
}
