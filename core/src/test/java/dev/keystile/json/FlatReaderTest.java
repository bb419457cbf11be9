package dev.keystile.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.json.FlatReader.End;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way through JSON: within its bounds as strict as the long one, and never of another opinion. */
class FlatReaderTest {

    private static final int ROUNDS = 60_000;

    @ParameterizedTest
    @ValueSource(longs = {8259, 20_261_120, 62})
    void bothWaysReadFlatObjectsAlike(long seed) {
        Random random = new Random(seed);
        int complete = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] json = randomJson(random);
            Optional<JsonObject> whole = JacksonReader.readObject(json);
            assertThat(JsonReader.readObject(json))
                    .as("seed %d, round %d: %s", seed, round, new String(json, StandardCharsets.UTF_8))
                    .isEqualTo(whole);
            complete += endOf(json) == End.COMPLETE && whole.isPresent() ? 1 : 0;
        }
        assertThat(complete).as("seed %d: objects read by the short way", seed).isGreaterThan(ROUNDS / 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":2}                | true",
                "{\"a\":1,\"b\":2,\"c\":3}        | true",
                "{\"a\":1,\"b\":23}               | false",
                "{\"a\":1,\"b\":2 }               | false",
                "{\"a\":1,\"b\":2                 | false",
                "{\"a\":1,\"c\":2}                | false",
                "{\"a\":1 ,\"b\":2}               | false",
                "{\"a\":1}                        | false"
            })
    void membersThatAreKnownBeforeArePassedWholeOrNotAtAll(String json, boolean passed) {
        byte[] bytes = utf8(json);
        FlatReader reader = new FlatReader(bytes, 0, bytes.length);
        reader.next();

        assertThat(reader.skips(utf8(",\"b\":2"))).isEqualTo(passed);
    }

    @Test
    void nothingIsNotPassed() {
        byte[] bytes = utf8("{\"a\":1,\"b\":2}");
        FlatReader reader = new FlatReader(bytes, 0, bytes.length);
        reader.next();

        assertThat(reader.skips(new byte[0])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { } ",
                "{\"a\":1}",
                "{\"a\":-1,\"b\":true , \"c\":false,\n\"d\":null,\"e\":\"\"}",
                "{\"张三\":\"😀\"}",
                "{\"a\":999999999999999999}"
            })
    void plainObjectsAreReadToTheirEnd(String json) {
        assertThat(endOf(utf8(json))).isEqualTo(End.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\n\"}",
                "{\"\\u0061\":1}",
                "{\"a\":[]}",
                "{\"a\":{}}",
                "{\"a\":1.5}",
                "{\"a\":1e2}",
                "{\"a\":1000000000000000000}",
                "{\"a\":\"\uFFFD\"}"
            })
    void whatIsNotPlainIsLeftToTheOtherReader(String json) {
        assertThat(endOf(utf8(json))).isEqualTo(End.NOT_PLAIN);
        assertThat(JsonReader.readObject(utf8(json))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "1",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":tru}",
                "{\"a\":True}",
                "{\"a\":nul",
                "{\"a\":1}x",
                "{\"a\":1}{}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"",
                "\uFEFF{}",
                "{\"a\":'1'}",
                "{\"a\":1}\u0000",
                "{\"a\":\u00A01}"
            })
    void whatIsNoObjectIsToldWithoutTheOtherReader(String json) {
        assertThat(endOf(utf8(json))).isEqualTo(End.MALFORMED);
    }

    @Test
    void bytesThatAreNoUtf8AreLeftToTheOtherReader() {
        byte[] json = {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'};

        assertThat(endOf(json)).isEqualTo(End.NOT_PLAIN);
        assertThat(JsonReader.readObject(json)).isEmpty();
    }

    /** Or who looks for one member alone would find it in what is no object. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"", "{\"a\":tru}", "{\"a\":01}", "{\"a\":[]}", "{\"a\"}", "{1}"})
    void aMemberThatIsNotReadIsNone(String json) {
        assertThat(readerOf(json).next()).isFalse();
    }

    @Test
    void aMemberIsFoundAmongNamesInWhateverOrderTheyCome() {
        List<String> names = List.of("a", "b", "c");
        FlatReader reader = readerOf("{\"b\":1,\"x\":1,\"c\":1,\"a\":1,\"a\":1,\"b\":1,\"bb\":1}");
        List<Integer> places = new ArrayList<>();
        while (reader.next()) {
            places.add(reader.nameAmong(names));
        }

        assertThat(places).containsExactly(1, -1, 2, 0, 0, 1, -1);
    }

    @ParameterizedTest
    @CsvSource({"'\"ours\"',true", "'\"Ours\"',false", "'\"our\"',false", "'\"oursX\"',false", "1,false", "true,false"})
    void aValueIsATextIfItSpellsIt(String value, boolean expected) {
        FlatReader reader = readerOf("{\"a\":" + value + "}");
        reader.next();

        assertThat(reader.isText("ours")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1,true", "-1,true", "0,true", "'\"1\"',false", "true,false", "null,false"})
    void aValueIsWholeIfItIsAWholeNumber(String value, boolean expected) {
        FlatReader reader = readerOf("{\"a\":" + value + "}");
        reader.next();

        assertThat(reader.isWhole()).isEqualTo(expected);
    }

    @Test
    void aNameOfMoreThan1000BytesIsLeftToTheOtherReader() {
        String longest = "n".repeat(1000);

        assertThat(endOf(utf8("{\"" + longest + "\":1}"))).isEqualTo(End.COMPLETE);
        assertThat(endOf(utf8("{\"" + longest + "n\":1}"))).isEqualTo(End.NOT_PLAIN);
    }

    @Test
    void aShortNameIsPlainHoweverFarBehindItStands() {
        assertThat(endOf(utf8("{\"a\":\"" + "x".repeat(2000) + "\",\"b\":1}"))).isEqualTo(End.COMPLETE);
    }

    @Test
    void onlyTheGivenRangeIsLookedAt() {
        FlatReader reader = new FlatReader(utf8("xx{\"a\":1}yy"), 2, 9);

        assertThat(reader.next()).isTrue();
        assertThat(reader.nameAmong(List.of("b", "a"))).isEqualTo(1);
        assertThat(reader.whole()).isEqualTo(1);
        assertThat(reader.next()).isFalse();
        assertThat(reader.end()).isEqualTo(End.COMPLETE);
    }

    private static FlatReader readerOf(String json) {
        byte[] bytes = utf8(json);
        return new FlatReader(bytes, 0, bytes.length);
    }

    private static End endOf(byte[] json) {
        FlatReader reader = new FlatReader(json, 0, json.length);
        while (reader.next()) {
            assertThat(reader.name()).isNotNull();
        }
        return reader.end();
    }

    /** Flat more often than not, and damaged half of the time. */
    private static byte[] randomJson(Random random) {
        Map<String, @Nullable Object> members = random.nextInt(4) == 0 ? RandomJson.object(random) : flat(random);
        byte[] json = utf8(JsonWriter.write(members));
        return random.nextBoolean() ? RandomJson.mutate(json, random) : json;
    }

    private static Map<String, @Nullable Object> flat(Random random) {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                "text",
                "",
                "文",
                0L,
                7L,
                -3L,
                999_999_999_999_999_999L,
                Long.MIN_VALUE,
                true,
                false,
                BigInteger.TEN.pow(20)));
        values.add(null);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int size = random.nextInt(6); size > 0; size--) {
            members.put(String.valueOf((char) ('a' + random.nextInt(26))), values.get(random.nextInt(values.size())));
        }
        return members;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
