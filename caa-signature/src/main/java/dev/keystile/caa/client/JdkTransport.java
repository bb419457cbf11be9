package dev.keystile.caa.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Refreshes by the JDK's client. */
final class JdkTransport implements CaaTransport {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;

    JdkTransport(HttpClient http) {
        this.http = requireNoRedirects(http);
    }

    /** A redirect would carry the signature to wherever an answer points. */
    static HttpClient requireNoRedirects(HttpClient http) {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "The HttpClient follows redirects, and would carry signatures to wherever an"
                            + " answer points; build it with followRedirects(Redirect.NEVER), the default.");
        }
        return http;
    }

    @Override
    public CaaAnswer post(URI uri, String authorization) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(CaaAnswer.LONGEST_GRANT);
                return CaaAnswer.of(
                        response.statusCode(),
                        name -> response.headers().firstValue(name).orElse(null),
                        () -> bytes);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The thread was interrupted while it waited for a refresh.");
        }
    }
}
