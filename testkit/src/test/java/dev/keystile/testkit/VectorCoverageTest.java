package dev.keystile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every bad input of the project's collection that can be sent from outside is sent by a check, which names it; and the suite runs
 * against every adapter. The tokens of the collection aren't in this index, because they are made for one key and one moment: {@code
 * VectorChapter} of the adapters' contract sends those.
 */
class VectorCoverageTest {

    private static final Pattern ID = Pattern.compile("[(, ]([HCTSLR][0-9]{2}|TP[0-9])(?=[,)])");

    /** What takes more than the wire. */
    private static final Map<String, String> INSIDE = Map.of(
            "R13", "a password change",
            "R19", "a store that is down",
            "R20", "a store that loses a connection",
            "R22", "a revocation by API",
            "R23", "a revocation by API");

    @Test
    void everyVectorIsSentOrSaysWhyNot() throws IOException {
        Set<String> known = new TreeSet<>(namedByChecks());
        known.addAll(INSIDE.keySet());
        assertThat(known).containsExactlyInAnyOrderElementsOf(vectors());
    }

    private static Set<String> namedByChecks() {
        Set<String> ids = new TreeSet<>();
        ConformanceSuite.checks().forEach(check -> {
            Matcher id = ID.matcher(check.proof());
            while (id.find()) {
                ids.add(id.group(1));
            }
        });
        return ids;
    }

    private static Set<String> vectors() throws IOException {
        try (InputStream resource =
                Objects.requireNonNull(VectorCoverageTest.class.getResourceAsStream("bad-inputs-index.json"))) {
            List<?> vectors = (List<?>) Objects.requireNonNull(JsonReader.readObject(resource.readAllBytes())
                    .orElseThrow()
                    .members()
                    .get("vectors"));
            Set<String> ids = new TreeSet<>();
            vectors.forEach(vector -> ids.add(String.valueOf(((Map<?, ?>) vector).get("id"))));
            return ids;
        }
    }
}
