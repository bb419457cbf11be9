package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.codec.CanonicalBase64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors in docs/caa.md, for signers in other languages, are what this signer makes. */
class DocumentedVectorsTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "caa.md");
    private static final String API_KEY = "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=";
    private static final String SECRET_KEY = "fz/THFXY6gbW7eWh+qKtefvgY49IR2W4v6lpTNimsd0=";
    private static final String ACTION = "order:create";
    private static final long TIMESTAMP = 1_494_908_261_599L;

    private record Vector(CaaAlgorithm algorithm, RequestBinding binding, String signature) {

        static Vector of(String row) {
            List<String> cells = Arrays.stream(row.split("\\|"))
                    .map(cell -> cell.strip().replace("`", ""))
                    .toList();
            String body = cells.get(4).equals("none") ? "" : cells.get(4);
            return new Vector(
                    CaaAlgorithm.valueOf(cells.get(1)),
                    RequestBinding.of(cells.get(2), cells.get(3), body.getBytes(UTF_8)),
                    cells.get(5));
        }
    }

    static Stream<Vector> vectors() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `HMAC_"))
                .map(Vector::of);
    }

    @Test
    void thereAreVectorsOfBothAlgorithms() throws IOException {
        assertThat(vectors()).extracting(Vector::algorithm).contains(CaaAlgorithm.HMAC_SHA1, CaaAlgorithm.HMAC_SHA256);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aVectorIsWhatTheSignerMakes(Vector vector) {
        String header = CaaSigner.of(API_KEY, SECRET_KEY)
                .using(vector.algorithm())
                .at(TestPair.clockAt(TIMESTAMP))
                .sign(ACTION, vector.binding());

        assertThat(CanonicalBase64.encode(TestPair.parse(header).signature())).isEqualTo(vector.signature());
    }

    @Test
    void theDocumentNamesThePairTheyAreMadeWith() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(API_KEY, SECRET_KEY, ACTION, Long.toString(TIMESTAMP));
    }
}
