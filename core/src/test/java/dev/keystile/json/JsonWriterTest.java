package dev.keystile.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.core.UserProfile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    static List<Arguments> values() {
        return List.of(
                Arguments.of("text", "\"text\""),
                Arguments.of("", "\"\""),
                Arguments.of("账号不能为空", "\"账号不能为空\""),
                Arguments.of("\uD83D\uDE00", "\"\uD83D\uDE00\""),
                Arguments.of("\" \\ / < > & '", "\"\\\" \\\\ / < > & '\""),
                Arguments.of("\b\t\n\f\r\0\u001f", "\"\\b\\t\\n\\f\\r\\u0000\\u001F\""),
                Arguments.of("\u2028\u2029", "\"\\u2028\\u2029\""),
                Arguments.of(true, "true"),
                Arguments.of(false, "false"),
                Arguments.of((byte) -1, "-1"),
                Arguments.of((short) 300, "300"),
                Arguments.of(Integer.MIN_VALUE, "-2147483648"),
                Arguments.of(Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of(new BigInteger("9".repeat(60)), "9".repeat(60)),
                Arguments.of(new BigDecimal("0.10"), "0.10"),
                Arguments.of(new BigDecimal("1E+400"), "1E+400"),
                Arguments.of(new BigDecimal("12345678901234567890.000"), "12345678901234567890.000"),
                Arguments.of(0.1, "0.1"),
                Arguments.of(-0.0, "-0.0"),
                Arguments.of(1e300, "1.0E300"),
                Arguments.of(0.1f, "0.1"),
                Arguments.of(Map.of(), "{}"),
                Arguments.of(List.of(), "[]"),
                Arguments.of(Arrays.asList(1, null, "a", List.of(Map.of("b", 2))), "[1,null,\"a\",[{\"b\":2}]]"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyKindOfValueIsWrittenAsItIs(Object value, String json) {
        assertThat(JsonWriter.write(Map.of("a", value))).isEqualTo("{\"a\":" + json + "}");
    }

    @Test
    void nullIsWritten() {
        assertThat(JsonWriter.write(Collections.<String, @Nullable Object>singletonMap("a", null)))
                .isEqualTo("{\"a\":null}");
    }

    @Test
    void membersAreWrittenInOrderWithoutWhiteSpace() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("z", 1);
        members.put("a", Map.of("n", List.of(2, 3)));
        members.put("m", "x");

        assertThat(JsonWriter.write(members)).isEqualTo("{\"z\":1,\"a\":{\"n\":[2,3]},\"m\":\"x\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\n", "\0", "\u2028", "ü", "账", "?", "\u007F", "\uD83D\uDE00"})
    void aLongTextIsEscapedLikeAShortOne(String special) {
        String padding = "x".repeat(100);
        String written = JsonWriter.quote(special);

        assertThat(JsonWriter.quote(padding + special + padding))
                .isEqualTo("\"" + padding + written.substring(1, written.length() - 1) + padding + "\"");
    }

    @Test
    void anUnpairedSurrogateIsRefusedInALongTextToo() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.quote("x".repeat(100) + "\uD800"));
    }

    @Test
    void namesAreEscapedLikeValues() {
        assertThat(JsonWriter.write(Map.of("\"\n\u2028ü", 1))).isEqualTo("{\"\\\"\\n\\u2028ü\":1}");
    }

    @Test
    void aTextIsQuotedOnItsOwn() {
        assertThat(JsonWriter.quote("此 \"Token\"\u2029")).isEqualTo("\"此 \\\"Token\\\"\\u2029\"");
    }

    @Test
    void aGrantWithTheDeepestProfileIsReadBack() {
        Object value = "deep";
        for (int level = 30; level > 0; level--) {
            value = List.of(value);
        }
        Map<String, Object> grant =
                Map.of("user", UserProfile.of(Map.of("a", value)).members());

        assertThat(JsonReader.readObject(JsonWriter.write(grant).getBytes(StandardCharsets.UTF_8))
                        .map(JsonObject::members))
                .contains(grant);
    }

    static List<Arguments> unfit() {
        return List.of(
                Arguments.of(Instant.EPOCH, "is a java.time.Instant"),
                Arguments.of('c', "is a java.lang.Character"),
                Arguments.of(new int[] {1}, "is a [I"),
                Arguments.of(new AtomicLong(1), "is a java.util.concurrent.atomic.AtomicLong"),
                Arguments.of(Double.NaN, "is a java.lang.Double"),
                Arguments.of(Double.NEGATIVE_INFINITY, "is a java.lang.Double"),
                Arguments.of(Float.POSITIVE_INFINITY, "is a java.lang.Float"),
                Arguments.of("\uD83D", "has an unpaired surrogate"),
                Arguments.of("\uDE00\uD83D", "has an unpaired surrogate"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatJsonCannotCarryIsRefusedByItsPath(Object value, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonWriter.write(Map.of("user", Map.of("tags", List.of("fine", value)))))
                .withMessageContaining("object.user.tags[1] " + why);
    }

    @Test
    void aKeyThatIsNoStringIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonWriter.write(Map.of("user", Map.of(1, "a"))))
                .withMessageContaining("object.user has a key that is no string");
    }

    @Test
    void aNameWithAnUnpairedSurrogateIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonWriter.write(Map.of("a\uD800", 1)))
                .withMessageContaining("has an unpaired surrogate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00"})
    void aTextWithAnUnpairedSurrogateIsNotQuoted(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.quote(text));
    }

    @Test
    void aRefusalShowsNothingOfTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonWriter.write(Map.of("token", "hidden\uD800")))
                .withMessageNotContaining("hidden");
    }

    @Test
    void aMapThatContainsItselfIsRefused() {
        Map<String, Object> endless = new HashMap<>();
        endless.put("self", endless);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonWriter.write(endless))
                .withMessageContaining("nested too deeply");
    }
}
