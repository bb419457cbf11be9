package dev.keystile.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.UserId;
import dev.keystile.core.UserTag;
import dev.keystile.store.token.TokenHolder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.util.JedisClusterCRC16;

/** All keys of a call are in one slot, whatever an id is made of. */
class KeyNamesTest {

    private static final KeyNames NAMES = new KeyNames("keystile");

    @ParameterizedTest
    @ValueSource(strings = {"42", "{}", "}{", "{a}{b}", "a}:test", "名字", " "})
    void theKeysOfAHolderAreInOneSlotAndHaveOnePairOfBraces(String id) {
        List<byte[]> keys = NAMES.tokens(holder(id, "test"));

        assertThat(keys).hasSize(2).allMatch(key -> text(key).matches("keystile:tokens:\\{[\\w-]{43}}:test(:due)?"));
        assertOneSlot(keys);
    }

    @Test
    void theKeysOfATagAreInOneSlot() {
        assertThat(NAMES.credentials(new UserTag(0xA3)))
                .extracting(KeyNamesTest::text)
                .containsExactly("keystile:pairs:{00a3}", "keystile:pairs:{00a3}:due");
        assertOneSlot(NAMES.credentials(new UserTag(0xFFFF)));
    }

    @Test
    void allMetersOfAllThrottlesAreInOneSlot() {
        List<byte[]> keys = List.of(NAMES.attempt(new byte[16]), NAMES.attempt("}{throttle}{".getBytes(US_ASCII)));

        assertThat(keys).allMatch(key -> text(key).matches("keystile:attempt:\\{throttle}:[\\w-]+"));
        assertOneSlot(keys);
    }

    @Test
    void noTwoHoldersShareAKey() {
        assertThat(text(NAMES.tokens(holder("a", "b")).get(0)))
                .isNotEqualTo(text(NAMES.tokens(holder("A", "b")).get(0)))
                .isNotEqualTo(text(NAMES.tokens(holder("a", "c")).get(0)))
                .isNotEqualTo(
                        text(new KeyNames("other").tokens(holder("a", "b")).get(0)));
    }

    private static void assertOneSlot(List<byte[]> keys) {
        assertThat(keys.stream().map(JedisClusterCRC16::getSlot).distinct()).hasSize(1);
    }

    private static TokenHolder holder(String id, String kind) {
        return new TokenHolder(new UserId(id), kind);
    }

    private static String text(byte[] key) {
        return new String(key, US_ASCII);
    }
}
