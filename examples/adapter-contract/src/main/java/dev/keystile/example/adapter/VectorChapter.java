package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.HeaderFields;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every token of the collection of bad inputs gets over the wire what the bare endpoint answers to it: status, body and the
 * contract's header fields. The other surfaces of the collection are the conformance suite's, which every example passes.
 */
interface VectorChapter extends AdapterUnderTest {

    /** What no server hands on, whatever its adapter. It refuses it itself, by one of {@link #REFUSALS} or by hanging up. */
    Map<String, String> KEPT_BY_SERVERS = Map.of(
            "J107", "a header line of 53 KiB, where the adapters have servers take 32",
            "J108", "a header line of a MiB",
            "J109", "a header line of 100 KB",
            "J118", "a line feed ends a header line",
            "J127", "a NUL is no character of a header line");

    /** Escaped, a path has anything; but servers have opinions of what is escaped, and of lengths. */
    Map<String, String> KEPT_IN_PATHS = Map.of(
            "J052", "a target of 13 KiB",
            "J104", "a target of 8 KiB",
            "J107", "a target of 53 KiB",
            "J108", "a target of a MiB",
            "J109", "a target of 100 KB, and of nothing but dots",
            "J120", "an escaped slash",
            "J118", "an escaped line feed",
            "J127", "an escaped NUL",
            "J133", "an empty segment");

    /** Bad request, not found, content too large, URI too long, header fields too large. */
    List<Integer> REFUSALS = List.of(400, 404, 413, 414, 431);

    int TOKENS_IN_COLLECTION = 142;

    @Test
    default void noTokenOfTheCollectionIsMissing() {
        assertThat(BadToken.all()).hasSize(TOKENS_IN_COLLECTION);
        assertThat(BadToken.all()).filteredOn(BadToken::isGood).hasSize(5);
    }

    @TestFactory
    default Stream<DynamicTest> everyBadTokenAuthenticatesAsAtTheBareEndpoint() {
        return each(token -> {
            probe().answerBy(new TokenDoors().personal());
            assertAnsweredAs(
                    new TokenDoors().personal().handle(bare("GET", token)), token, token.inHeader("GET", Probe.PLAIN));
        });
    }

    @TestFactory
    default Stream<DynamicTest> everyBadTokenIsExchangedAsAtTheBareEndpoint() {
        return each(token -> {
            probe().answerBy(new TokenDoors().refresh());
            assertAnsweredAs(
                    new TokenDoors().refresh().handle(bare("POST", token)),
                    token,
                    token.inHeader("POST", Probe.PLAIN).sized(new byte[0]));
        });
    }

    /** The collection judges by another dialect: one of its tokens is bad because it has no audience, and that one is good here. */
    @TestFactory
    default Stream<DynamicTest> everyBadTokenInAPathIsAnsweredAsAtTheBareEndpoint() {
        return each(token -> {
            probe().answerBy(new TokenDoors().exchangeByPath());
            AuthResponse expected = new TokenDoors()
                    .exchangeByPath()
                    .handle(AuthRequest.builder("PATCH", Probe.TOKENS)
                            .pathParameters(Map.of("token", token.token()))
                            .build());
            assertKeptOrAnsweredAs(
                    expected, KEPT_IN_PATHS.containsKey(token.id()), token.inPath("PATCH", Probe.TOKENS));
        });
    }

    private Stream<DynamicTest> each(Sending sending) {
        return BadToken.all().stream()
                .map(token -> DynamicTest.dynamicTest(token.id() + ": " + token.about(), () -> sending.send(token)));
    }

    /** What stands at the end of a header line is no part of its value if it is blank (RFC 9110, 5.5). */
    private static AuthRequest bare(String method, BadToken token) {
        return AuthRequest.builder(method, Probe.PLAIN)
                .headers(HeaderFields.of(Map.of("Authorization", List.of(("Bearer " + token.token()).strip()))))
                .build();
    }

    private void assertAnsweredAs(AuthResponse expected, BadToken token, WireRequest request) throws IOException {
        assertThat(expected.status()).isEqualTo(token.isGood() ? 200 : 401);
        assertKeptOrAnsweredAs(expected, KEPT_BY_SERVERS.containsKey(token.id()), request);
    }

    private void assertKeptOrAnsweredAs(AuthResponse expected, boolean mayBeKept, WireRequest request)
            throws IOException {
        if (!mayBeKept) {
            assertSame(expected, ask(request));
            return;
        }
        try (Wire wire = connect()) {
            for (WireAnswer answer : wire.askUnlessHungUp(request)) {
                if (!REFUSALS.contains(answer.status())) {
                    assertSame(expected, answer);
                }
            }
        }
    }

    /** Of a grant the status alone: there is another token in it each time. */
    private static void assertSame(AuthResponse expected, WireAnswer answer) {
        assertThat(answer.status()).isEqualTo(expected.status());
        if (expected.status() >= 400) {
            assertThat(answer.body()).isEqualTo(expected.body());
        }
        expected.headers()
                .forEach((name, value) ->
                        assertThat(answer.all(name.toLowerCase(Locale.ROOT))).containsExactly(value));
    }

    /** Sends a token, and says what is wrong with the answer. */
    interface Sending {

        /** Sends {@code token}. */
        void send(BadToken token) throws Exception;
    }
}
