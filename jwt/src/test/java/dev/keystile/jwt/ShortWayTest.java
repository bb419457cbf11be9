package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tokens with the header that our issuer writes, and with plain claims, go a short way through the verifier. It leads where the long
 * way leads: the same token with its header in another order, or with an escape in its claims, gets the same verdict.
 */
class ShortWayTest {

    private static final int ROUNDS = 12_000;
    private static final long NOW = 1_700_000_000;
    private static final byte[] SECRET = TestKeys.secret(32);
    private static final String OUR_HEADER = "{\"typ\":\"JWT\",\"alg\":\"HS256\"}";
    private static final String OTHER_HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final List<String> NAMES =
            List.of("iss", "sub", "aud", "iat", "exp", "nbf", "jti", "fam", "lat", "uid", "role", "张");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "7",
            "1700000000",
            "1700000001",
            "253402300800",
            "9223372036854775808",
            "1.5",
            "1e2",
            "\"\"",
            "\"ours\"",
            "\"api\"",
            "\"张三\"",
            "\"a b\"",
            "\"\\u0000\"",
            "\"\uFFFD\"",
            "[\"api\"]",
            "[1]",
            "[]",
            "{}");

    private final TokenVerifier verifier = new TokenVerifier(
            KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS256)),
            TokenRules.issuedBy("ours")
                    .audience("api")
                    .refreshWindow(Duration.ofHours(1))
                    .acceptingNumericSubjects()
                    .build(),
            SettableClock.atSecond(NOW));

    @ParameterizedTest
    @ValueSource(longs = {7519, 8725, 20_261_120})
    void itLeadsWhereTheLongWayLeads(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> members = members(random);
            String claims = "{" + String.join(",", members) + "}";
            String escaped = "{" + String.join(",", members).replace("\"iss\"", "\"\\u0069ss\"") + "}";
            String plain = describe(Forge.hs256(OUR_HEADER, claims, SECRET));

            assertThat(describe(Forge.hs256(OTHER_HEADER, claims, SECRET)))
                    .as("seed %d, round %d, another header: %s", seed, round, claims)
                    .isEqualTo(plain);
            assertThat(describe(Forge.hs256(OUR_HEADER, escaped, SECRET)))
                    .as("seed %d, round %d, an escape: %s", seed, round, claims)
                    .isEqualTo(plain);
            accepted += plain.startsWith("VerifiedToken") ? 1 : 0;
        }
        assertThat(accepted).as("seed %d: tokens accepted", seed).isGreaterThan(ROUNDS / 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {4648, 20_261_120})
    void damageIsToldAlikeOnBothWays(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String rest = Forge.hs256(OUR_HEADER, "{" + String.join(",", members(random)) + "}", SECRET)
                    .substring(Forge.segment(OUR_HEADER).length());
            StringBuilder damaged = new StringBuilder(rest);
            damaged.setCharAt(
                    1 + random.nextInt(rest.length() - 1), "AZaz09-_=+/.? \u00E9\u3002".charAt(random.nextInt(16)));
            if (rest.contentEquals(damaged)) {
                continue;
            }
            String ours = Forge.segment(OUR_HEADER) + damaged;
            String other = Forge.segment(OTHER_HEADER) + damaged;

            assertThat(refusal(ours) == Refusal.MALFORMED)
                    .as("seed %d, round %d: %s", seed, round, ours)
                    .isEqualTo(refusal(other) == Refusal.MALFORMED);
        }
    }

    /** Issuer and audience are passed at once where they stand as our issuer writes them; what is around them is looked at all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'sub':'u1','iss':'ours','aud':'api','iss':'ours',",
                "'sub':'u1','iss':'ours','aud':'api','aud':'api',",
                "'iss':'ours','sub':'u1','iss':'ours','aud':'api',",
                "'aud':'api','sub':'u1','iss':'ours','aud':'api',",
                "'sub':'u1','iss':'ours','aud':'api','iss':'ours','aud':'api',",
                "'sub':'u1','iss':'ours','aud':'api'",
                "'sub':'u1','iss':'ours','aud':'api':",
                "'sub':'u1','iss':'ours','aud':'api'],",
                "'sub':'u1','iss':'ours','aud':'api',,",
                "'sub':'u1',,'iss':'ours','aud':'api',"
            })
    void whatComesTwiceOrIsNoJsonIsMalformedAroundIssuerAndAudienceToo(String members) {
        assertThat(refusal(tokenWith(members))).isEqualTo(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'iss':'ours','aud':'api','sub':'u1',",
                "'sub':'u1','iss':'ours','aud':'api',",
                "'sub':'u1', 'iss':'ours' ,'aud':'api' ,"
            })
    void issuerAndAudienceCountWhereverTheyStand(String members) {
        assertThat(verifier.verify(tokenWith(members))).isInstanceOf(VerifiedToken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'iss':'ours','aud':'api2'",
                "'iss':'ours2','aud':'api'",
                "'iss':'ours'",
                "'iss':'our','aud':'api'"
            })
    void anotherIssuerOrAudienceIsNotTakenForOurs(String kind) {
        assertThat(refusal(tokenWith("'sub':'u1'," + kind + ","))).isIn(Refusal.WRONG_ISSUER, Refusal.WRONG_AUDIENCE);
    }

    @Test
    void charactersThatBecomeFewerBytesAreMalformed() {
        String header = Forge.segment(OUR_HEADER);

        for (String end : List.of(".😀😀😀.", ".😀.AAAA", "..😀", ".AAAA.😀😀", "😀.AAAA.AAAA")) {
            assertThat(refusal(header + end)).as(end).isEqualTo(Refusal.MALFORMED);
        }
    }

    @Test
    void aRetiredKeyIsRefusedWhateverTheHeaderLooksLike() {
        KeyRing ring = KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS384).withKid("new"))
                .withRetired(
                        TestKeys.keyFor(TokenAlgorithm.HS256),
                        SettableClock.atSecond(NOW).instant());
        TokenVerifier later = new TokenVerifier(
                ring, TokenRules.issuedBy("ours").audience("api").build(), SettableClock.atSecond(NOW));

        for (String header : List.of(OUR_HEADER, OTHER_HEADER)) {
            assertThat(later.verify(Forge.hs256(header, "{}", SECRET)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Refusal.UNKNOWN_KEY));
        }
    }

    /** @param members with single quotes, and a comma behind each of them; the times and the id follow */
    private static String tokenWith(String members) {
        String times = "'iat':" + NOW + ",'exp':" + (NOW + 60) + ",'jti':'j1'";
        return Forge.hs256(OUR_HEADER, ("{" + members + times + "}").replace('\'', '"'), SECRET);
    }

    /** Good claims, some of them changed, dropped, doubled or put in another order. */
    private static List<String> members(Random random) {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("sub", "\"u1\"");
        claims.put("iss", "\"ours\"");
        claims.put("aud", "\"api\"");
        claims.put("iat", String.valueOf(NOW));
        claims.put("exp", String.valueOf(NOW + random.nextInt(1800) - 200));
        claims.put("jti", "\"j1\"");
        while (random.nextInt(2) == 0) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            if (random.nextInt(5) == 0) {
                claims.remove(name);
            } else {
                claims.put(name, VALUES.get(random.nextInt(VALUES.size())));
            }
        }
        List<String> members = new ArrayList<>();
        claims.forEach((name, value) -> members.add(random.nextInt(members.size() + 1), "\"" + name + "\":" + value));
        if (random.nextInt(30) == 0 && !members.isEmpty()) {
            members.add(members.get(random.nextInt(members.size())));
        }
        return members;
    }

    private Refusal refusal(String token) {
        return verifier.verify(token) instanceof Refused refused ? refused.reason() : Refusal.EXPIRED;
    }

    private String describe(String token) {
        TokenVerdict verdict = verifier.verify(token);
        return verdict instanceof GenuineToken genuine
                ? String.join(
                        " ",
                        genuine.getClass().getSimpleName(),
                        genuine.subject(),
                        genuine.id(),
                        genuine.family().value(),
                        genuine.issuedAt().toString(),
                        genuine.expiresAt().toString(),
                        genuine.loginAt().toString(),
                        genuine.uselessAt().toString(),
                        genuine.customClaims().toString(),
                        String.valueOf(genuine.isRefreshable()))
                : verdict.toString();
    }
}
