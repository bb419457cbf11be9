package dev.keystile.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clauses are those of RFC 8259 unless another document is named. */
class JsonReaderTest {

    static List<Arguments> values() {
        return List.of(
                Arguments.of("\"text\"", "text"),
                Arguments.of("\"\"", ""),
                Arguments.of("\"账号 ü \uD83D\uDE00\"", "账号 ü \uD83D\uDE00"),
                Arguments.of("\"\\u8d26\\uD83D\\uDE00\"", "账\uD83D\uDE00"),
                Arguments.of("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000\"", "\" \\ / \b \f \n \r \t \0"),
                Arguments.of("\"\u007f\u0085\u2028\ufeff\uffff\"", "\u007f\u0085\u2028\ufeff\uffff"),
                Arguments.of("0", 0L),
                Arguments.of("-0", 0L),
                Arguments.of("1494922184252", 1494922184252L),
                Arguments.of("9223372036854775807", Long.MAX_VALUE),
                Arguments.of("-9223372036854775808", Long.MIN_VALUE),
                Arguments.of("9223372036854775808", new BigInteger("9223372036854775808")),
                Arguments.of("9".repeat(100), new BigInteger("9".repeat(100))),
                Arguments.of("1.0", new BigDecimal("1.0")),
                Arguments.of("0.10", new BigDecimal("0.10")),
                Arguments.of("1e3", new BigDecimal("1E+3")),
                Arguments.of("1E+400", new BigDecimal("1E+400")),
                Arguments.of("-1.5e-399", new BigDecimal("-1.5E-399")),
                Arguments.of("true", true),
                Arguments.of("false", false),
                Arguments.of("{}", Map.of()),
                Arguments.of("[]", List.of()),
                Arguments.of("[1,[\"a\",{}],{\"b\":[]}]", List.of(1L, List.of("a", Map.of()), Map.of("b", List.of()))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyKindOfValueIsReadExactly(String json, Object expected) {
        assertThat(read("{\"a\":" + json + "}").orElseThrow().members()).isEqualTo(Map.of("a", expected));
    }

    @Test
    void nullIsAMember() {
        JsonObject object = read("{\"a\":null}").orElseThrow();

        assertThat(object.has("a")).isTrue();
        assertThat(object.members().get("a")).isNull();
    }

    @Test
    void membersKeepTheirOrder() {
        assertThat(read("{\"z\":1,\"a\":2,\"m\":3}").orElseThrow().members().keySet())
                .containsExactly("z", "a", "m");
    }

    @Test
    void theSameNameAtDifferentPlacesIsNoDuplicate() {
        assertThat(read("{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {" {}", "{} ", "\r\n\t {}", "{ } \n", "{ \"a\" : [ 1 , 2 ] }"})
    void whiteSpaceOfSection2IsSkipped(String json) {
        assertThat(read(json)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "true", "1", "\"a\"", "[]", "[{}]"})
    void onlyAnObjectIsRead(String json) {
        assertThat(read(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":[1}",
                "{\"a\":{]}",
                "{\"a\":\"b",
                "{\"a\":tru",
                "{,}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":[,1]}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":,}",
                "{:1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":'b'}",
                "{1:1}",
                "{null:1}",
                "{/**/}",
                "{}//",
                "{}#",
                "{\"a\":/**/1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":+INF}",
                "{\"a\":undefined}",
                "{\"a\":True}",
                "{\"a\":nul}",
                "{\"a\":nullx}",
                "{\"a\":01}",
                "{\"a\":-01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":5.}",
                "{\"a\":1e}",
                "{\"a\":1e+}",
                "{\"a\":-}",
                "{\"a\":0x1}",
                "{\"a\":1_0}",
                "{\"a\":1L}",
                "{\"a\":1.0f}",
                "{\"a\":1 2}",
                "{\"a\":\u0661}",
                "{\"a\":\uff11}",
                "{\"a\":\"\\x41\"}",
                "{\"a\":\"\\'\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"\\U0041\"}",
                "{}{}",
                "{}[]",
                "{}1",
                "{}null",
                "{}}",
                "{},",
                "{}\0",
                "\0{}",
                "{}\u00a0",
                "\u00a0{}",
                "{\u2028}",
                "\f{}",
                "\u000b{}",
                "\u001e{}",
                "){}",
                ")]}',\n{}",
                "while(1);{}"
            })
    void whatTheGrammarDoesNotKnowIsRefused(String json) {
        assertThat(read(json)).isEmpty();
    }

    @Test
    void section7RefusesEveryUnescapedControlCharacter() {
        for (char control = 0; control < ' '; control++) {
            assertThat(read("{\"a\":\"" + control + "\"}"))
                    .as("U+%04X in a value", (int) control)
                    .isEmpty();
            assertThat(read("{\"" + control + "\":1}"))
                    .as("U+%04X in a name", (int) control)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":1}",
                "{\"\":1,\"\":1}",
                "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"b\":5}",
                "{\"x\":{\"a\":1,\"a\":2}}",
                "{\"x\":[{\"y\":{\"a\":1,\"a\":2}}]}",
                "{\"\uD83D\uDE00\":1,\"\\uD83D\\uDE00\":1}"
            })
    void aDuplicateNameIsRefusedAtEveryDepth(String json) {
        assertThat(read(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\uD800",
                "\\uDC00",
                "\\uDE00\\uD83D",
                "\\uD83D\\uD83D\\uDE00",
                "a\\uDBFF",
                "\\uD83Dx\\uDE00",
                "\\udfff"
            })
    void anEscapedUnpairedSurrogateIsRefused(String text) {
        assertThat(read("{\"a\":\"" + text + "\"}")).as("in a value").isEmpty();
        assertThat(read("{\"" + text + "\":1}")).as("in a name").isEmpty();
        assertThat(read("{\"x\":[{\"" + text + "\":1}]}"))
                .as("in a nested name")
                .isEmpty();
    }

    /** RFC 3629 section 10 and Unicode table 3-7: continuation bytes alone, overlong forms, surrogates, beyond U+10FFFF. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c3",
                "c328",
                "c0af",
                "c1bf",
                "e08080",
                "e282",
                "eda080",
                "edbfbf",
                "f0808080",
                "f09f98",
                "f4908080",
                "f5808080",
                "f8888080af",
                "fe",
                "ff"
            })
    void bytesThatAreNotUtf8AreRefused(String hex) {
        byte[] bytes = ("{\"a\":\"" + "?".repeat(hex.length() / 2) + "\"}").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(HexFormat.of().parseHex(hex), 0, bytes, 6, hex.length() / 2);

        assertThat(JsonReader.readObject(bytes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void section81OtherEncodingsAreNotGuessed(String charset) {
        assertThat(JsonReader.readObject("{\"a\":1}".getBytes(Charset.forName(charset))))
                .isEmpty();
        assertThat(JsonReader.readObject("\ufeff{\"a\":1}".getBytes(Charset.forName(charset))))
                .isEmpty();
    }

    @Test
    void section81AByteOrderMarkIsRefused() {
        assertThat(read("\ufeff{}")).isEmpty();
        assertThat(read("{}\ufeff")).isEmpty();
    }

    @Test
    void nestingEndsAt32() {
        assertThat(read("{\"a\":".repeat(31) + "{}" + "}".repeat(31))).isPresent();
        assertThat(read("{\"a\":".repeat(32) + "{}" + "}".repeat(32))).isEmpty();
        assertThat(read("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}")).isPresent();
        assertThat(read("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}")).isEmpty();
        assertThat(read("{\"a\":" + "[".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e401",
                "1e-401",
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1e99999999999",
                "1.5e2147483647",
                "1e-2147483648",
                "1e9223372036854775808",
                "0e999999999"
            })
    void aHugeExponentIsRefused(String number) {
        assertThat(read("{\"a\":" + number + "}")).isEmpty();
        assertThat(read("{\"a\":[{\"b\":" + number + "}]}")).isEmpty();
    }

    @Test
    void aNumberOfMoreThan100CharactersIsRefused() {
        assertThat(read("{\"a\":" + "9".repeat(101) + "}")).isEmpty();
        assertThat(read("{\"a\":0." + "1".repeat(101) + "}")).isEmpty();
        assertThat(read("{\"a\":" + "9".repeat(1_000_000) + "}")).isEmpty();
        assertThat(read("{\"a\":1e" + "0".repeat(1_000_000) + "1}")).isEmpty();
    }

    @Test
    void aNumberThatWouldBeWrittenWithMoreThan100CharactersIsRefused() {
        String digits = "1".repeat(90);

        assertThat(read("{\"a\":" + digits + "e9}")).isPresent();
        assertThat(read("{\"a\":0." + "1".repeat(98) + "}")).isPresent();
        assertThat(read("{\"a\":" + digits + "11111111e9}")).isEmpty();
    }

    @Test
    void manyNamesThatCollideAreReadInGoodTime() {
        StringBuilder json = new StringBuilder("{\"x\":0");
        for (int i = 0; i < 1 << 13; i++) {
            json.append(",\"");
            for (int bit = 0; bit < 13; bit++) {
                json.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            json.append("\":0");
        }
        assertThat(read(json.append('}').toString()).orElseThrow().members()).hasSize(1 + (1 << 13));
    }

    @Test
    void randomBytesAndBrokenJsonNeverThrow() {
        long seed = 20261120;
        Random random = new Random(seed);
        byte[] valid = ("{\"mobile\":\"13800138000\",\"n\":[1,-2.5e3,null,true,{\"\\u00e9\":\"\uD83D\uDE00\\n\"}],"
                        + "\"o\":{\"deep\":{\"er\":[]}}}")
                .getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] mutant = RandomJson.mutate(valid, random);
            Optional<JsonObject> read = JsonReader.readObject(mutant);
            refused += read.isEmpty() ? 1 : 0;
        }
        assertThat(refused).as("refused mutants, seed %d", seed).isBetween(25_000, 49_999);
    }

    @Test
    void whatTheWriterWritesIsReadBackTheSame() {
        long seed = 8259;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            Map<String, @Nullable Object> members = RandomJson.object(random);
            assertThat(read(JsonWriter.write(members)).map(JsonObject::members))
                    .as("round %d, seed %d", round, seed)
                    .contains(members);
        }
    }

    @Test
    void theResultCannotBeChangedAtAnyDepth() {
        JsonObject object = read("{\"a\":{\"b\":[1]}}").orElseThrow();

        Map<?, ?> inner = (Map<?, ?>) object.members().get("a");
        List<?> innermost = (List<?>) inner.get("b");
        assertThatThrownBy(() -> object.members().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(inner::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(innermost::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Optional<JsonObject> read(String json) {
        return JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8));
    }
}
