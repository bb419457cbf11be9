package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.http.AuthRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests reach an endpoint, and with which parameters. */
interface RoutingChapter extends AdapterUnderTest {

    @Test
    default void aPathOfTheTableReachesItsEndpoint() throws Exception {
        assertThat(ask(WireRequest.of("GET", Probe.PLAIN)).status()).isEqualTo(200);

        assertThat(probe().next().path()).isEqualTo(Probe.PLAIN);
    }

    /** RFC 9112 section 3.2.2: a server accepts the absolute form, too. */
    @Test
    default void aTargetInAbsoluteFormReachesTheEndpointOfItsPath() throws Exception {
        WireAnswer answer = ask(WireRequest.of("GET", "http://127.0.0.1" + Probe.PLAIN + "?a=b"));

        if (has(ServerHabit.NO_ABSOLUTE_FORM)) {
            assertThat(answer.status()).isEqualTo(404);
        } else {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(probe().next().path()).isEqualTo(Probe.PLAIN);
        }
    }

    @Test
    default void aQueryIsNoPartOfThePath() throws Exception {
        ask(WireRequest.of("GET", Probe.PLAIN + "?a=/b/../c&d=%2F;e"));

        assertThat(probe().next().path()).isEqualTo(Probe.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/ech",
                "/api/echoo",
                "/api/echo/",
                "/api/echo/x",
                "/API/ECHO",
                "/api/Echo",
                "/api/echo;a=b",
                "/api;a=b/echo",
                "/api/echo%20",
                "/api/echo%3F",
                "/api/echo%E4%BB%A4",
                "/tokens",
                "/tokens/",
                "/tokens/a/",
                "/tokens/a/b",
                "/Tokens/a"
            })
    default void aPathThatIsNotInTheTableIsTheServersOwn404(String path) throws IOException {
        for (String method : List.of("GET", "POST", "PATCH")) {
            assertThat(ask(WireRequest.of(method, path)).status()).as(method).isEqualTo(404);
        }
        assertThat(probe().rest()).isEmpty();
    }

    /** Servers may refuse such a path before anybody routes it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api//echo",
                "//api/echo",
                "//x/api/echo",
                "///api/echo",
                "/api/echo//",
                "/api/./echo",
                "/x/../api/echo",
                "/api/echo/../echo",
                "/api/echo/.",
                "/api/%2e/echo",
                "/x/%2e%2e/api/echo",
                "/x/..;/api/echo",
                "/api/echo%2F",
                "/api%2Fecho",
                "/api%5Cecho",
                "/api/echo%00",
                "/tokens//",
                "/tokens/%",
                "/tokens/%zz",
                "/tokens/%2",
                "/tokens/a/..",
                "/tokens/a%2Fb",
                "/tokens/..",
                "/tokens/.",
                "/tokens/%2e%2E",
            })
    default void aPathThatCouldBeReadInTwoWaysIsReadAsItWasSentOrRefused(String path) throws IOException {
        for (String method : List.of("GET", "POST", "PATCH")) {
            assertThat(ask(WireRequest.of(method, path)).status()).as(method).isIn(400, 404);
        }
        assertThat(probe().rest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc",
        "eyJ0eXAi.eyJzdWIi.c2ln-_, eyJ0eXAi.eyJzdWIi.c2ln-_",
        "a%2Eb, a.b",
        "a%2eb, a.b",
        "a+b, a+b",
        "a%2Bb, a+b",
        "a%20b, a b",
        "%E4%BB%A4%E7%89%8C, 令牌",
        "a;b=c, a;b=c",
        "a=b&c:d@e!$'()*~, a=b&c:d@e!$'()*~",
        "a%3Fb%23c, a?b#c",
        "a%3Bb, a;b",
        "%25, %",
        "a%252Fb, a%2Fb",
        "a%2eb.., a.b..",
    })
    default void aParameterIsDecodedExactlyOnce(String sent, String decoded) throws Exception {
        ask(WireRequest.of("PATCH", Probe.TOKENS + sent));

        AuthRequest request = probe().next();
        assertThat(request.pathParameter("token")).contains(decoded);
        assertThat(request.path()).isEqualTo(Probe.TOKENS + sent);
    }

    /** Servers may refuse it before anybody routes it: to some a backslash is a slash. */
    @Test
    default void aBackslashInAParameterIsDecodedOnceOrRefused() throws Exception {
        int status = ask(WireRequest.of("PATCH", Probe.TOKENS + "a%5Cb")).status();

        if (status == 200) {
            assertThat(probe().next().pathParameter("token")).contains("a\\b");
        } else {
            assertThat(status).isEqualTo(400);
        }
    }

    @Test
    default void aParameterOf8KiBArrives() throws Exception {
        String token = "t".repeat(8 * 1024);

        ask(WireRequest.of("PATCH", Probe.TOKENS + token));

        assertThat(probe().next().pathParameter("token")).contains(token);
    }
}
