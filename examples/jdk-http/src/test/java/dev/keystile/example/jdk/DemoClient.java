package dev.keystile.example.jdk;

import dev.keystile.caa.CaaSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** A client of the demo over real HTTP. */
final class DemoClient {

    private static final Pattern API_KEY = Pattern.compile("\"apiKey\":\"([^\"]+)\"");
    private static final Pattern SECRET_KEY = Pattern.compile("\"secretKey\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    DemoClient(int port) {
        this(port, "");
    }

    /** A client of the contracts as they are mounted below {@code prefix}. */
    DemoClient(int port, String prefix) {
        this.base = "http://127.0.0.1:" + port + prefix;
    }

    HttpResponse<String> login(String mobile, String password) {
        String body = "{\"mobile\":\"" + mobile + "\",\"password\":\"" + DigestUtils.md5Hex(password) + "\"}";
        return post("/api/user/login", body);
    }

    HttpResponse<String> post(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<String> bare(String method, String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    HttpResponse<String> signed(String method, String path, String authorization) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", authorization)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    HttpResponse<String> refreshKeys(CaaSigner signer) {
        return signed("POST", "/api/user/refresh-keys", signer.sign("user:refresh-keys"));
    }

    HttpResponse<String> personal(CaaSigner signer) {
        return signed("GET", "/api/user/personal", signer.sign("user:personal-profile"));
    }

    static CaaSigner signerOf(HttpResponse<String> grant) {
        return CaaSigner.of(member(API_KEY, grant), member(SECRET_KEY, grant));
    }

    static String apiKeyOf(HttpResponse<String> grant) {
        return member(API_KEY, grant);
    }

    private static String member(Pattern pattern, HttpResponse<String> grant) {
        Matcher matcher = pattern.matcher(grant.body());
        if (!matcher.find()) {
            throw new AssertionError("no grant, but " + grant.statusCode());
        }
        return matcher.group(1);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the demo was asked", e);
        }
    }
}
