package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.FamilyId;
import dev.keystile.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way to a payload, held to the long one: a map of all claims, written by the writer of all JSON. */
class PayloadWriterTest {

    private static final int ROUNDS = 10_000;
    private static final List<String> TEXTS = List.of(
            "u1",
            "user-20261120",
            " ",
            "~",
            "张三",
            "😀",
            "\"",
            "\\",
            "\u007F",
            "\u2028",
            "é",
            "\n",
            "a\nb",
            "x".repeat(1001),
            "\"".repeat(1001));
    private static final List<Object> VALUES = List.of(1L, -1L, Long.MIN_VALUE, 7, true, List.of("a"), Map.of("b", 1L));

    @ParameterizedTest
    @ValueSource(longs = {8259, 7519, 20_261_120})
    void bothWaysWriteTheSame(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            TokenRules rules = rules(random);
            NewClaims claims = claims(random);
            Map<String, @Nullable Object> custom = custom(random);
            assertThat(new String(new PayloadWriter(rules).write(claims, custom), StandardCharsets.UTF_8))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(JsonWriter.write(allClaims(rules, claims, custom)));
        }
    }

    @Test
    void aNameOfTheIssuersOwnIsRefusedOfOneClaimToo() {
        assertThatThrownBy(() -> write(Map.of("exp", "never"))).hasMessageContaining("\"exp\"");
    }

    @Test
    void aMapWithOneNameTwiceIsRefused() {
        IdentityHashMap<String, String> twice = new IdentityHashMap<>();
        twice.put(String.valueOf(new char[] {'u', 'i', 'd'}), "1");
        twice.put(String.valueOf(new char[] {'u', 'i', 'd'}), "2");

        assertThatThrownBy(() -> write(twice)).hasMessageContaining("can't be read back");
    }

    private static byte[] write(Map<String, ? extends @Nullable Object> custom) {
        return new PayloadWriter(TokenRules.issuedBy("ours").build()).write(claims(new Random(1)), custom);
    }

    private static TokenRules rules(Random random) {
        TokenRules.Builder rules = TokenRules.issuedBy(TEXTS.get(random.nextInt(TEXTS.size())));
        if (random.nextBoolean()) {
            rules.audience(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return random.nextBoolean()
                ? rules.withoutIssueTimes().build()
                : rules.claim("kind", "constant").build();
    }

    private static NewClaims claims(Random random) {
        Object subject = random.nextInt(4) == 0 ? (Object) time(random) : TEXTS.get(random.nextInt(TEXTS.size()));
        FamilyId family = new FamilyId("f".repeat(1 + random.nextInt(64)));
        return new NewClaims(
                subject, time(random), time(random), time(random), "j" + random.nextInt(), family, time(random) - 5);
    }

    private static Long time(Random random) {
        return random.nextInt(5) == 0 ? 0L : random.nextLong() >>> (1 + random.nextInt(60));
    }

    private static Map<String, @Nullable Object> custom(Random random) {
        Map<String, @Nullable Object> custom = new LinkedHashMap<>();
        for (int size = random.nextInt(4); size > 0; size--) {
            String name = "n" + TEXTS.get(random.nextInt(TEXTS.size()));
            custom.put(
                    name,
                    random.nextBoolean()
                            ? TEXTS.get(random.nextInt(TEXTS.size()))
                            : VALUES.get(random.nextInt(VALUES.size())));
        }
        return custom;
    }

    private static Map<String, @Nullable Object> allClaims(
            TokenRules rules, NewClaims claims, Map<String, @Nullable Object> custom) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("sub", claims.subject());
        all.put("iss", rules.issuer());
        rules.audience().ifPresent(audience -> all.put("aud", audience));
        if (rules.hasIssueTimes()) {
            all.put("iat", claims.issuedAt());
        }
        all.put("exp", claims.expiresAt());
        if (rules.hasIssueTimes()) {
            all.put("nbf", claims.notBefore());
        }
        all.put("jti", claims.id());
        all.put("fam", claims.family().value());
        all.put("lat", claims.loginAtMillis());
        all.putAll(rules.constantClaims());
        all.putAll(custom);
        return all;
    }
}
