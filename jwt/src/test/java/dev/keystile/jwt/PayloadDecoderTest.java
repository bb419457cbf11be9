package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7515, section 2: the JDK's decoder, with the checks that it lacks, takes what our own takes, and nothing else. */
class PayloadDecoderTest {

    private static final int ROUNDS = 30_000;

    private final PayloadDecoder decoder = new PayloadDecoder();

    @ParameterizedTest
    @ValueSource(longs = {4648, 7515, 20_261_120})
    void bothDecodersTakeTheSame(long seed) {
        Random random = new Random(seed);
        int taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] token = token(random);
            int end = token.length - 2;
            byte @Nullable [] expected = Base64Url.decode(token, 3, end);
            Payload payload = decoder.decode(token.clone(), 3, end);

            assertThat(payload == null ? null : payload.bytes())
                    .as("seed %d, round %d: %s", seed, round, new String(token, StandardCharsets.ISO_8859_1))
                    .isEqualTo(expected);
            taken += expected == null ? 0 : 1;
        }
        assertThat(taken).as("seed %d: payloads taken", seed).isBetween(ROUNDS / 4, ROUNDS - ROUNDS / 4);
    }

    /** A payload of up to 1600 bytes between other characters, damaged half of the time. */
    private static byte[] token(Random random) {
        byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 1600 : 300)];
        random.nextBytes(bytes);
        byte[] segment = Base64.getUrlEncoder().withoutPadding().encode(bytes);
        if (random.nextBoolean() && segment.length > 0) {
            byte damage = (byte) "=+/. A\u0000\u00E9".charAt(random.nextInt(8));
            segment[random.nextInt(3) == 0 ? segment.length - 1 : random.nextInt(segment.length)] = damage;
            segment = Arrays.copyOf(segment, segment.length - random.nextInt(2));
        }
        byte[] token = new byte[segment.length + 5];
        Arrays.fill(token, (byte) '.');
        System.arraycopy(segment, 0, token, 3, segment.length);
        return token;
    }
}
