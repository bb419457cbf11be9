package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.example.common.DemoSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The lines that the demo prints, taken apart as a shell and curl would, and sent. */
class CurlLinesTest {

    private static final Pattern LINE = Pattern.compile(
            "curl -i -X (?<method>[A-Z]+) (?<url>\\S+) -H '(?<name>[^:]+): (?<value>[^']+)'( -d '(?<body>[^']+)')?");

    @Test
    void theLinesLogInRefreshAndShowTheOldCredentialRefused() throws Exception {
        try (DemoServer demo = DemoServer.start(DemoSettings.onFreePort(), Fast.hasher())) {
            List<Integer> statuses = new ArrayList<>();
            for (String line : CurlLines.of(demo.services(), demo.port())) {
                Matcher curl = LINE.matcher(line);
                if (curl.matches()) {
                    statuses.add(send(curl));
                }
            }
            assertThat(statuses).containsExactly(200, 200, 404, 201, 201, 401);
        }
    }

    @Test
    void everyLineIsACommentOrACurlCommand() throws Exception {
        try (DemoServer demo = DemoServer.start(DemoSettings.onFreePort(), Fast.hasher())) {
            assertThat(CurlLines.of(demo.services(), demo.port()))
                    .allMatch(
                            line -> line.startsWith("# ") || LINE.matcher(line).matches());
        }
    }

    private static int send(Matcher curl) throws Exception {
        String body = curl.group("body") == null ? "" : curl.group("body");
        HttpRequest request = HttpRequest.newBuilder(URI.create(curl.group("url")))
                .header(curl.group("name"), curl.group("value"))
                .method(curl.group("method"), HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
