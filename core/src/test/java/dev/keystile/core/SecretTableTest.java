package dev.keystile.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTableTest {

    private static final long SEED = 20261120;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 100, 10_000})
    void everySecretIsFoundByItsKeyAndNoOther(int count) {
        Map<ApiKey, ApiSecret> secrets = new HashMap<>();
        Random random = new Random(SEED);
        for (int i = 0; i < count; i++) {
            secrets.put(ApiKey.of(bytes(random)), ApiSecret.of(bytes(random)));
        }
        SecretTable table = SecretTable.of(secrets);

        assertThat(table.size()).isEqualTo(count);
        assertThat(secrets)
                .allSatisfy((key, secret) -> assertThat(table.find(key)).contains(secret));
        for (int i = 0; i < 1000; i++) {
            assertThat(table.find(ApiKey.of(bytes(random)))).as("seed %d", SEED).isEmpty();
        }
    }

    /** All of these keys have the same hash code, so each lies behind all others that came before it. */
    @Test
    void keysThatShareAPlaceAreToldApart() {
        Map<ApiKey, ApiSecret> secrets = new HashMap<>();
        for (long i = 1; i <= 500; i++) {
            secrets.put(
                    keyOf(i, i), ApiSecret.of(ByteBuffer.allocate(32).putLong(i).array()));
        }
        SecretTable table = SecretTable.of(secrets);

        assertThat(secrets)
                .allSatisfy((key, secret) -> assertThat(table.find(key)).contains(secret));
        assertThat(table.find(keyOf(501, 501))).isEmpty();
    }

    @Test
    void aKeyOfZerosIsNotFoundWhereNothingIs() {
        SecretTable table = SecretTable.of(Map.of(keyOf(1, 2), ApiSecret.of(new byte[32])));

        assertThat(table.find(ApiKey.of(new byte[32]))).isEmpty();
    }

    @Test
    void aKeyOfZerosIsRefused() {
        Map<ApiKey, ApiSecret> unset = Map.of(ApiKey.of(new byte[32]), ApiSecret.of(new byte[32]));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretTable.of(unset))
                .withMessageContaining("32 zero bytes");
    }

    @Test
    void aTableKeepsWhatTheMapHeldWhenItWasMade() {
        Map<ApiKey, ApiSecret> secrets = new HashMap<>(Map.of(keyOf(1, 2), ApiSecret.of(new byte[32])));
        SecretTable table = SecretTable.of(secrets);
        secrets.clear();

        assertThat(table.find(keyOf(1, 2))).contains(ApiSecret.of(new byte[32]));
    }

    /** A map that says it has none, and then has some: what one looks like that others add to meanwhile. */
    @Test
    void aMapThatGrowsMeanwhileLeavesNoTableWithoutAFreeSlot() {
        Map<ApiKey, ApiSecret> growing = new HashMap<>(Map.of(keyOf(1, 2), ApiSecret.of(new byte[32]))) {
            @Override
            public int size() {
                return 0;
            }
        };
        SecretTable table = SecretTable.of(growing);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(table.find(keyOf(3, 4))).isEmpty());
    }

    @Test
    void nothingButTheSizeIsShown() {
        assertThat(SecretTable.of(Map.of(keyOf(1, 2), ApiSecret.of(new byte[32]))))
                .hasToString("SecretTable[1 pairs]");
    }

    private static ApiKey keyOf(long first, long second) {
        return ApiKey.of(ByteBuffer.allocate(32).putLong(first).putLong(second).array());
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }
}
