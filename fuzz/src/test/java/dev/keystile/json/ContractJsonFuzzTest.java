package dev.keystile.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The short way and the whole grammar say the same of every text, within the same bounds, and what is written is read back. */
class ContractJsonFuzzTest {

    private static final int DEEPEST = 32;

    @DictionaryEntries({
        "{\"",
        "\":",
        ",\"",
        "\"}",
        "null",
        "true",
        "false",
        "\\u",
        "\\ud83d\\ude00",
        "\\ud800",
        "1e400",
        "-0",
        "0.0",
        "999999999999999999",
        "9223372036854775808",
        "\uFEFF",
        "\uFFFD",
        "[[",
        "{}",
        "\u2028",
        "sub",
        "password"
    })
    @FuzzTest
    void isReadInOneWayAndWrittenBack(byte[] json) {
        Optional<JsonObject> read = JsonReader.readObject(json);

        assertThat(read).isEqualTo(JacksonReader.readObject(json));
        read.ifPresent(object -> {
            assertThat(depthOf(object.members())).isLessThanOrEqualTo(DEEPEST);
            comesBackAsWritten(object);
        });
    }

    private static void comesBackAsWritten(JsonObject object) {
        String written = JsonWriter.write(object.members());

        assertThat(written.chars()).noneMatch(c -> c < ' ' || c == '\u2028' || c == '\u2029');
        Optional<JsonObject> again = JsonReader.readObject(written.getBytes(UTF_8));
        assertThat(again.map(same -> comparable(same.members()))).contains(comparable(object.members()));
        assertThat(again.map(same -> JsonWriter.write(same.members()))).contains(written);
    }

    /** Numbers by their value: {@code 1E0} is a decimal when it comes, and a whole number when it comes back as {@code 1}. */
    private static Object comparable(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> Arrays.asList(member.getKey(), comparable(member.getValue())))
                    .toList();
        }
        if (value instanceof List<?> list) {
            return Arrays.asList(
                    list.stream().map(ContractJsonFuzzTest::comparable).toArray());
        }
        return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : value;
    }

    private static int depthOf(Object value) {
        Collection<?> inner =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : null;
        return inner == null
                ? 0
                : 1 + inner.stream().mapToInt(element -> depthOf(element)).max().orElse(0);
    }
}
