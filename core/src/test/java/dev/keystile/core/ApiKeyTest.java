package dev.keystile.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private static final String PUBLISHED = "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=";

    @ParameterizedTest
    @ValueSource(strings = {"1", "10086", "user@example.com", "用户", "\uD83D\uDE00"})
    void theFirstTwoBytesAreThoseOfTheUserIdsSha256(String id) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        ApiKey key = ApiKey.generate(new UserId(id), new SeededBytes(1));

        assertThat(key.bytes()).startsWith(digest[0], digest[1]);
        assertThat(key.tag()).isEqualTo(new UserId(id).tag());
    }

    @Test
    void theOther30BytesAreDrawn() {
        SeededBytes random = new SeededBytes(2);
        byte[] expected = new SeededBytes(2).next(30);
        ApiKey key = ApiKey.generate(new UserId("1"), random);

        assertThat(Arrays.copyOfRange(key.bytes(), 2, 32)).isEqualTo(expected);
        assertThat(random.drawn()).isEqualTo(30);
    }

    @Test
    void manyKeysOfOneUserAreDistinctAndOfOneShape() {
        RandomBytes random = RandomBytes.secure();
        UserId user = new UserId("1");
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            texts.add(ApiKey.generate(user, random).text());
        }

        assertThat(texts).hasSize(100_000).allMatch(text -> text.matches("[A-Za-z0-9+/]{43}="));
    }

    @Test
    void aTextIsReadAndWrittenBackTheSame() {
        assertThat(ApiKey.parse(PUBLISHED).map(ApiKey::text)).contains(PUBLISHED);
    }

    /** The seeds' published keys were made elsewhere: their tags are those bytes, whoever the user is. */
    @Test
    void aKeyMadeElsewhereHasTheTagOfItsBytes() {
        assertThat(ApiKey.parse(PUBLISHED).orElseThrow().tag()).isEqualTo(new UserTag(0x4B38));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0",
                "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n1=",
                "SzggU8dj2xcegXfZVx1ucm_hKgre8DIckHPoxkkn-n0=",
                "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+g==",
                "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n19",
                " zggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=",
                "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=\n"
            })
    void anyOtherTextIsNoKey(String text) {
        assertThat(ApiKey.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void otherThan32BytesAreRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.of(new byte[length]))
                .withMessage("An api key is 32 bytes, not " + length + ".");
    }

    @Test
    void equalBytesAreEqualKeys() {
        ApiKey key = ApiKey.parse(PUBLISHED).orElseThrow();

        assertThat(ApiKey.of(key.bytes())).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(ApiKey.of(new byte[32])).isNotEqualTo(key);
    }

    @Test
    void changingTheBytesChangesNothing() {
        byte[] bytes = new byte[32];
        ApiKey key = ApiKey.of(bytes);
        bytes[0] = 1;
        key.bytes()[0] = 1;

        assertThat(key.bytes()).isEqualTo(new byte[32]);
    }

    @Test
    void itsTextFormShowsTheFirstCharactersAlone() {
        assertThat(ApiKey.parse(PUBLISHED).orElseThrow()).hasToString("ApiKey[SzggU8…]");
    }

    @Test
    void aTextIsReadFromAmongOtherBytes() {
        ApiKey key = ApiKey.of(new byte[32]);
        byte[] among = ("x" + key.text() + "yz").getBytes(StandardCharsets.US_ASCII);

        assertThat(ApiKey.parse(among, 1, among.length - 2)).isEqualTo(key);
        assertThat(ApiKey.parse(among, 1, among.length - 1)).isNull();
        assertThat(ApiKey.parse(among, 0, among.length - 3)).isNull();
        assertThat(key.writeText(among, 2)).isEqualTo(46);
    }
}
