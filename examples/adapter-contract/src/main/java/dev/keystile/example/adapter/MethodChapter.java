package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every method of a known path is the table's own affair, those too that servers like to answer by themselves. */
interface MethodChapter extends AdapterUnderTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"})
    default void aMethodThatNoRouteTakesIsTheTables405(String method) throws IOException {
        WireAnswer answer = ask(WireRequest.of(method, Probe.TOKENS + "abc"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.text()).isEqualTo("{\"message\":\"method not allowed\"}");
        assertThat(answer.libraryFields())
                .containsOnly(
                        Map.entry("allow", "PATCH"),
                        Map.entry("cache-control", "no-store"),
                        Map.entry("content-length", "32"),
                        Map.entry("content-type", "application/json; charset=utf-8"));
    }

    /** RFC 9110 section 9.1: a method is case-sensitive. */
    @Test
    default void aMethodInLowerCaseIsAnotherMethod() throws IOException {
        WireAnswer answer = ask(WireRequest.of("patch", Probe.TOKENS + "abc"));

        assertThat(answer.status()).isEqualTo(has(ServerHabit.METHODS_IN_CAPITALS) ? 200 : 405);
    }

    /** Servers that know of CORS answer such a request before anybody routes it. */
    @Test
    default void anOptionsRequestThatAsksForCorsIsTheTables405() throws IOException {
        WireAnswer answer = ask(WireRequest.of("OPTIONS", Probe.PLAIN)
                .field("Origin", "https://example.com")
                .field("Access-Control-Request-Method", "POST"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.libraryFields()).containsOnlyKeys("allow", "cache-control", "content-length", "content-type");
    }

    @Test
    default void headIsAMethodThatNoRouteTakesEvenWhereGetIsTaken() throws IOException {
        WireAnswer answer = ask(WireRequest.of("HEAD", Probe.PLAIN));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.libraryFields())
                .containsOnly(
                        Map.entry("allow", "GET, POST"),
                        Map.entry("cache-control", "no-store"),
                        Map.entry("content-length", "32"),
                        Map.entry("content-type", "application/json; charset=utf-8"));
    }

    @Test
    default void theAnswerToHeadHasNoBodyThatCouldBeTakenForTheNextAnswer() throws IOException {
        try (Wire wire = connect()) {
            wire.ask(WireRequest.of("HEAD", Probe.PLAIN));

            assertThat(wire.ask(WireRequest.of("GET", Probe.PLAIN)).status()).isEqualTo(200);
        }
    }

    @Test
    default void aMethodIsHandedInAsItWasSent() throws Exception {
        ask(WireRequest.of("PATCH", Probe.TOKENS + "abc"));

        assertThat(probe().next().method()).isEqualTo("PATCH");
    }
}
