package dev.keystile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private final RouteTable table = RouteTable.of(List.of(
            Route.of("PATCH", "/tokens/:token", answer("refreshed")),
            Route.of("POST", "/tokens", answer("granted")),
            Route.of("DELETE", "/tokens/:token", answer("revoked")),
            Route.of("GET", "/tokens/mine", answer("listed"))));

    @Test
    void aRouteAnswersItsMethodAndPath() {
        assertThat(bodyOf("POST", "/tokens")).isEqualTo("granted");
        assertThat(bodyOf("PATCH", "/tokens/a")).isEqualTo("refreshed");
        assertThat(bodyOf("DELETE", "/tokens/a")).isEqualTo("revoked");
    }

    @Test
    void aPathThatIsWrittenOutWins() {
        assertThat(bodyOf("GET", "/tokens/mine")).isEqualTo("listed");
        assertThat(table.find("/tokens/mine").orElseThrow().pathParameters()).isEmpty();
    }

    @Test
    void ofTwoThatFitTheFirstWins() {
        List<Route> routes = List.of(
                Route.of("GET", "/a/:x", answer("1")),
                Route.of("GET", "/:y/b", answer("2")),
                Route.of("GET", "/:z/:w", answer("3")));

        assertThat(RouteTable.of(routes).find("/a/b").orElseThrow().pathParameters())
                .containsOnlyKeys("x");
    }

    @Test
    void parametersAreHandedOnDecoded() {
        assertThat(table.find("/tokens/a%2Bb").orElseThrow().pathParameters()).isEqualTo(Map.of("token", "a+b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/token", "/tokens/", "/tokens/a/b", "/tokens/..", "/tokens/a%2Fb"})
    void anUnknownPathIsNotInTheTable(String path) {
        assertThat(table.find(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "GET", "PUT", "TRACE", "CONNECT", "post", "Patch", "", " PATCH"})
    void everyOtherMethodIs405WithAllow(String method) {
        AuthResponse refusal = answerTo(method, "/tokens/a");

        assertThat(refusal.status()).isEqualTo(405);
        assertThat(refusal.headers())
                .containsEntry("Allow", "PATCH, DELETE")
                .containsEntry("Content-Type", "application/json; charset=utf-8")
                .containsEntry("Cache-Control", "no-store");
        assertThat(refusal.body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"message\":\"method not allowed\"}");
    }

    @Test
    void theTablesPathsTakeEveryMethod() {
        assertThat(table.paths().keySet())
                .extracting(PathTemplate::text)
                .containsExactly("/tokens/:token", "/tokens", "/tokens/mine");
        assertThat(table.paths()
                        .get(new PathTemplate("/tokens"))
                        .handle(AuthRequest.builder("PUT", "/tokens").build())
                        .status())
                .isEqualTo(405);
    }

    @Test
    void aPrefixMovesEveryPath() {
        RouteTable moved = table.under("/api/v2");

        assertThat(moved.find("/api/v2/tokens/a")).isPresent();
        assertThat(moved.find("/tokens/a")).isEmpty();
        assertThat(moved.paths()).hasSize(3);
    }

    @Test
    void tablesAreCombined() {
        RouteTable both = table.and(List.of(Route.of("POST", "/api/user/login", answer("in"))));

        assertThat(both.find("/api/user/login")).isPresent();
        assertThat(both.find("/tokens")).isPresent();
        assertThat(table.find("/api/user/login")).isEmpty();
    }

    @Test
    void anotherMethodJoinsThePathItSharesWith() {
        RouteTable both = table.and(List.of(Route.of("GET", "/tokens", answer("all"))));

        assertThat(both.find("/tokens")
                        .orElseThrow()
                        .endpoint()
                        .handle(AuthRequest.builder("PUT", "/tokens").build())
                        .headers())
                .containsEntry("Allow", "POST, GET");
    }

    @Test
    void theSameOperationTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.and(List.of(Route.of("POST", "/tokens", answer("again")))))
                .withMessageContaining("Two routes take POST /tokens");
    }

    @Test
    void changingTheGivenRoutesChangesNothing() {
        List<Route> routes = new ArrayList<>(List.of(Route.of("GET", "/a", answer("a"))));
        RouteTable copied = RouteTable.of(routes);
        routes.clear();

        assertThat(copied.find("/a")).isPresent();
        assertThatThrownBy(() -> copied.paths().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "post", "Post", "POST ", "GET,HEAD", "*", "G\u00cbT"})
    void aMethodIsWrittenInCapitals(String method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Route.of(method, "/tokens", answer("never")))
                .withMessageContaining("'" + method + "'");
    }

    private String bodyOf(String method, String path) {
        return new String(answerTo(method, path).body(), StandardCharsets.UTF_8);
    }

    private AuthResponse answerTo(String method, String path) {
        return table.find(path)
                .orElseThrow()
                .endpoint()
                .handle(AuthRequest.builder(method, path).build());
    }

    private static Endpoint answer(String body) {
        return request -> AuthResponse.json(200, body);
    }
}
