package dev.keystile.soak.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** HTTP over connections that are kept. */
final class HttpWire implements Wire {

    /** Longer than the demo's stores take for a call, whatever breaks. An answer after it counts as none. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** There is soon a connection for each, and so no more of them for all of a run. */
    static final int CALLS_AT_ONCE = 32;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Semaphore permits = new Semaphore(CALLS_AT_ONCE, true);
    private final URI server;
    private final Clock clock;

    HttpWire(URI server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public List<Heard> sayTogether(List<Call> calls) {
        permits.acquireUninterruptibly(calls.size());
        try {
            List<CompletableFuture<Heard>> all = calls.stream().map(this::send).toList();
            return all.stream().map(CompletableFuture::join).toList();
        } finally {
            permits.release(calls.size());
        }
    }

    private CompletableFuture<Heard> send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(call.path()))
                .timeout(PATIENCE)
                .method(
                        call.method(),
                        call.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        long sent = clock.millis();
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .handle((response, failure) -> heard(sent, failure == null ? response : null));
    }

    private Heard heard(long sent, @Nullable HttpResponse<String> response) {
        long heard = clock.millis();
        Optional<Reply> reply = Optional.ofNullable(response)
                .filter(inTime -> heard - sent < PATIENCE.toMillis())
                .map(answer -> new Reply(answer.statusCode(), answer.body()));
        return new Heard(sent, heard, reply);
    }
}
