package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.DemoUsers;
import dev.keystile.store.memory.InMemoryCredentialStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's Java is the Java of {@link ReadmeSnippets}, line by line, and it runs. */
class ReadmeTest {

    private static final Path SOURCE = Path.of("src/test/java/dev/keystile/example/jdk/ReadmeSnippets.java");
    private static final Pattern FENCED = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("dev.keystile.example.jdk.ReadmeSnippets#names")
    void theReadmeShowsTheSnippetAsItIsCompiled(String name) throws IOException {
        assertThat(javaOfReadme()).contains(snippet(name));
    }

    @Test
    void theReadmeShowsNoJavaThatIsNotCompiled() throws IOException {
        assertThat(javaOfReadme()).hasSameSizeAs(ReadmeSnippets.names());
    }

    @Test
    void theMountedServerLogsItsUserIn() throws Exception {
        HttpServer server = ReadmeSnippets.mount();
        try {
            URI login = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/user/login");
            String body = "{\"mobile\":\"13800138000\",\"password\":\"" + DigestUtils.md5Hex("keystile") + "\"}";
            HttpRequest request = HttpRequest.newBuilder(login)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aControllerThatCallsTheServiceRefusesARequestWithoutAHeader() {
        CaaKeys keys = CaaKeys.builder(new InMemoryCredentialStore(), DemoUsers.create(Fast.hasher()))
                .passwordHasher(Fast.hasher())
                .build();
        assertThat(ReadmeSnippets.call(keys, null)).isEqualTo("400 invalid authorization");
    }

    @Test
    void aClientThatSignsIsServed() throws Exception {
        try (DemoServer demo = DemoServer.start(DemoSettings.onFreePort(), Fast.hasher())) {
            KeyGrant grant =
                    (KeyGrant) demo.services().keys().login(DemoUsers.MOBILE, DigestUtils.md5Hex(DemoUsers.PASSWORD));
            URI personal = URI.create("http://127.0.0.1:" + demo.port() + "/api/user/personal");
            int status = ReadmeSnippets.sign(
                    grant.pair().apiKey().text(), grant.pair().secret().reveal(), personal);
            assertThat(status).isEqualTo(200);
        }
    }

    private static List<String> javaOfReadme() throws IOException {
        return FENCED.matcher(Files.readString(Path.of("../../README.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String snippet(String name) throws IOException {
        String mark = "        // [" + name + "]\n";
        return Files.readString(SOURCE).split(Pattern.quote(mark), -1)[1].indent(-8);
    }
}
