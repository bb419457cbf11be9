package dev.keystile.caa.endpoint;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static dev.keystile.caa.fixture.Answer.INVALID_AUTHORIZATION;
import static dev.keystile.caa.fixture.Answer.INVALID_SIGNATURE;
import static dev.keystile.caa.fixture.Answer.USER_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.JsonTree;
import dev.keystile.caa.fixture.SignedEndpoint;
import dev.keystile.caa.fixture.TestServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every vector of the surfaces {@code http-header}, {@code caa} and {@code caa-timestamp}, at every signed endpoint: what the
 * contract answers, to the byte, and the pair is as it was.
 */
class BadHeadersTest {

    private static final Answer WRONG_CLOCK = Answer.invalidSignatureAt(TestServer.START);

    /** What isn't in here has to be {@code invalid authorization}, or be accepted where the vector says so. */
    private static final Map<String, Answer> BEYOND_THE_SHAPE = Map.of(
            "C34", USER_NOT_FOUND,
            "C35", API_KEY_NOT_FOUND,
            "C39", INVALID_SIGNATURE,
            "C41", INVALID_SIGNATURE,
            "C42", INVALID_SIGNATURE,
            "T22", WRONG_CLOCK,
            "T23", WRONG_CLOCK,
            "T25", INVALID_SIGNATURE);

    @TestFactory
    Stream<DynamicTest> everyVectorIsAnsweredAsTheContractSays() {
        return vectors()
                .flatMap(vector -> Stream.of(SignedEndpoint.values())
                        .map(endpoint -> DynamicTest.dynamicTest(
                                vector.text("id") + " at " + endpoint + ": " + vector.text("desc"),
                                () -> assertAnsweredAt(endpoint, vector))));
    }

    private static void assertAnsweredAt(SignedEndpoint endpoint, JsonTree vector) {
        HeaderVector sent = new HeaderVector(vector, endpoint);
        if (vector.text("expect").equals("accept")) {
            sent.assertAccepted();
        } else {
            sent.assertRefused(BEYOND_THE_SHAPE.getOrDefault(vector.text("id"), INVALID_AUTHORIZATION));
        }
    }

    @Test
    void noVectorIsMissing() {
        assertThat(vectors()).hasSize(14 + 30 + 20);
    }

    private static Stream<JsonTree> vectors() {
        List<String> surfaces = List.of("http-header", "caa", "caa-timestamp");
        return JsonTree.resource("/vectors/bad-inputs.json")
                .each("vectors")
                .filter(vector -> surfaces.contains(vector.text("surface")));
    }
}
