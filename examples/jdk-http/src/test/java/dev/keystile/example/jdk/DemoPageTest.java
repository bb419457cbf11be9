package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.example.common.DemoSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page over HTTP, without a browser. */
class DemoPageTest {

    private static final Path SOURCES = Path.of("src/main/resources/dev/keystile/example/jdk/page");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static DemoServer demo;

    @BeforeAll
    static void start() throws Exception {
        demo = DemoServer.start(DemoSettings.onFreePort(), Fast.hasher());
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void thePageStandsAtTheRoot() throws Exception {
        assertThat(send("GET", "/").body()).isEqualTo(Files.readString(SOURCES.resolve("index.html")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsServedAsItIs(String name) throws Exception {
        HttpResponse<String> response = send("GET", "/page/" + name);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(Files.readString(SOURCES.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noFileIsLong(String name) throws Exception {
        assertThat(Files.readAllLines(SOURCES.resolve(name))).hasSizeLessThan(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/page/script/main.js, text/javascript; charset=utf-8",
        "/page/style/base.css, text/css; charset=utf-8",
        "/page/icon.svg, image/svg+xml"
    })
    void everyFileHasItsType(String path, String type) throws Exception {
        assertThat(send("GET", path).headers().firstValue("Content-Type")).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/script/main.js", "/page/icon.svg"})
    void nothingInlineAndNothingFromElsewhereIsAllowed(String path) throws Exception {
        HttpResponse<String> response = send("GET", path);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';")
                .contains("base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void aBrowserThatHasAFileAlreadyIsToldSo() throws Exception {
        String etag = send("GET", "/").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = send("GET", "/", "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void aFileIsAskedForAnewEachTime() throws Exception {
        assertThat(send("GET", "/page/script/main.js").headers().firstValue("Cache-Control"))
                .contains("no-cache");
    }

    @Test
    void headTellsTheLengthAlone() throws Exception {
        HttpResponse<String> response = send("HEAD", "/");
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValueAsLong("Content-Length"))
                .hasValue(Files.size(SOURCES.resolve("index.html")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void aFileCanOnlyBeRead(String method) throws Exception {
        HttpResponse<String> response = send(method, "/");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.html",
                "/page",
                "/page/",
                "/page/index.html",
                "/page/script/",
                "/page/script/../index.html",
                "/page/script/%2e%2e/index.html",
                "/page/../DemoPage.class",
                "/page/..%2fDemoPage.class",
                "/page//icon.svg",
                "//page/icon.svg",
                "/page/icon.svg/",
                "/page/ICON.SVG",
                "/page/icon%2esvg",
                "/grace/page/icon.svg",
                "/favicon.ico"
            })
    void whatIsNotInTheTableIsNotThere(String path) throws Exception {
        HttpResponse<String> response = send("GET", path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"not found\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/user/login", "/grace/api/user/login", "/tokens", "/grace/tokens"})
    void theContractsKeepTheir405s(String path) throws Exception {
        HttpResponse<String> response = send("GET", path);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body()).isEqualTo("{\"message\":\"method not allowed\"}");
    }

    static List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(SOURCES)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("index.html"))
                    .sorted()
                    .toList();
        }
    }

    private static HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + demo.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
