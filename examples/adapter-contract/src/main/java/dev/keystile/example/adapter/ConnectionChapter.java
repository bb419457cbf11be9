package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.http.AuthResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever came before on a connection, an answer belongs to its request. */
interface ConnectionChapter extends AdapterUnderTest {

    int AT_ONCE = 8;

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 404, 500})
    default void aConnectionServesTheNextRequestAfterAnyAnswer(int status) throws IOException {
        probe().answerBy(request -> AuthResponse.json(status, "{}"));
        try (Wire wire = connect()) {
            for (int i = 0; i < 3; i++) {
                assertThat(wire.ask(WireRequest.of("POST", Probe.PLAIN).sized(new byte[] {1, 2, 3}))
                                .status())
                        .isEqualTo(status);
            }
        }
    }

    @Test
    default void requestsThatAreSentBeforeTheirAnswersAreAnsweredInTheirOrder() throws IOException {
        probe().answerBy(request ->
                AuthResponse.json(200, '"' + request.pathParameter("token").orElse("") + '"'));
        List<String> answers = new ArrayList<>();
        try (Wire wire = connect()) {
            for (String token : List.of("a", "b", "c")) {
                wire.send(WireRequest.of("PATCH", Probe.TOKENS + token).head());
            }
            for (int i = 0; i < 3; i++) {
                answers.add(wire.answerTo(WireRequest.of("PATCH", Probe.TOKENS)).text());
            }
        }

        assertThat(answers).containsExactly("\"a\"", "\"b\"", "\"c\"");
    }

    /** The body is a request of its own, which a server must not take it for. */
    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", Probe.PLAIN})
    default void aBodyIsNeverTakenForARequest(String path) throws Exception {
        byte[] smuggled = WireRequest.of("PATCH", Probe.TOKENS + "smuggled").head();
        try (Wire wire = connect()) {
            wire.ask(WireRequest.of("POST", path).sized(smuggled));

            assertThat(wire.askUnlessHungUp(WireRequest.of("GET", Probe.PLAIN))).allMatch(next -> next.status() == 200);
        }
        assertThat(probe().rest())
                .noneMatch(request -> request.pathParameter("token").isPresent());
    }

    /** 10 MiB, of which no more than 64 KiB + 1 are wanted. */
    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", Probe.PLAIN})
    default void aHugeBodyIsAnsweredAndLeavesTheConnectionUsableOrClosed(String path) throws Exception {
        probe().answerBy(request -> AuthResponse.json(400, "{}"));
        WireRequest huge = WireRequest.of("POST", path).sized(new byte[10 * 1024 * 1024]);
        try (Wire wire = connect()) {
            Thread sender = wire.sendBeside(huge);
            WireAnswer answer = wire.answerTo(huge);
            assertThat(answer.status()).isEqualTo(path.equals(Probe.PLAIN) ? 400 : 404);
            sender.join();
            assertThat(wire.askUnlessHungUp(WireRequest.of("PATCH", Probe.TOKENS + "next")))
                    .allMatch(next -> next.status() == 400);
        }
    }

    @Test
    default void endpointsRunBesideEachOther() throws Exception {
        CyclicBarrier all = new CyclicBarrier(AT_ONCE);
        probe().answerBy(request -> meet(all));
        List<Wire> wires = new ArrayList<>();
        WireRequest request = WireRequest.of("GET", Probe.PLAIN);
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                Wire wire = connect();
                wires.add(wire);
                wire.send(request.head());
            }
            for (Wire wire : wires) {
                assertThat(wire.answerTo(request).status()).isEqualTo(200);
            }
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    private static AuthResponse meet(CyclicBarrier all) {
        try {
            all.await(20, TimeUnit.SECONDS);
            return AuthResponse.empty(200);
        } catch (Exception alone) {
            return AuthResponse.empty(500);
        }
    }
}
