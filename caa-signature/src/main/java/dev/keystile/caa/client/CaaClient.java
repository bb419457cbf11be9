package dev.keystile.caa.client;

import dev.keystile.core.ApiKeyPair;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Set;

/**
 * The JDK's {@code HttpClient} for a server that wants Caa signatures: signs each request, refreshes the pair before it ends,
 * corrects the clock, and repeats what is safe to repeat. Made by {@link #builder}; safe for use by many threads.
 *
 * <p>A request is repeated where the server refused it before it did anything and the reason is mended, as {@link
 * CaaCall#isToBeRepeated} has it; where no connection was made; and, once, where the answer got lost and the method is one that RFC
 * 9110 calls idempotent. A timeout is not: the caller's patience is over. Bodies are then published once more, so a publisher that
 * can't do that is for requests that nobody repeats.
 *
 * <p>Nothing is signed for another server than the one that the pair is for, and redirects are not followed.
 */
public final class CaaClient {

    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final HttpClient http;
    private final CaaSession session;
    private final Origin server;
    private final ActionMapping actions;

    CaaClient(HttpClient http, CaaSession session, Origin server, ActionMapping actions) {
        this.http = JdkTransport.requireNoRedirects(http);
        this.session = session;
        this.server = server;
        this.actions = actions;
    }

    /**
     * A client for {@code server}, with every setting at its default.
     *
     * @param server its address, such as {@code https://api.example.com}; with the prefix, where the contracts are mounted below one
     * @param pair from a login, or from where {@link RenewalListener} kept it
     */
    public static CaaClientBuilder builder(URI server, ApiKeyPair pair) {
        return new CaaClientBuilder(server, pair);
    }

    /** What this client signs with, for the pair at the moment, a new login, or another HTTP client beside this one. */
    public CaaSession session() {
        return session;
    }

    /** As {@link #send(HttpRequest, String, HttpResponse.BodyHandler)}, for the action that the builder's mapping knows. */
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return send(request, actions.actionOf(request.method(), request.uri()), handler);
    }

    /**
     * Sends {@code request}, signed for {@code action}. Refusals that can't be mended come back as the answers that they are.
     *
     * @throws IllegalArgumentException if {@code request} goes to another server, or {@code action} can't be signed
     * @throws IOException if there is no answer
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public <T> HttpResponse<T> send(HttpRequest request, String action, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        server.require(request.uri());
        CaaCall call = session.begin(action);
        boolean lostOnce = false;
        while (true) {
            HttpResponse<PeekedBody<T>> response;
            try {
                response = http.send(signed(request, call.authorization()), PeekedBody.behind(handler));
            } catch (IOException lost) {
                if (lostOnce || !isSafeToRepeat(request.method(), lost)) {
                    throw lost;
                }
                lostOnce = true;
                continue;
            }
            if (!call.isToBeRepeated(answerOf(response))) {
                return new OpenedResponse<>(response, response.body().open());
            }
        }
    }

    private static HttpRequest signed(HttpRequest request, String authorization) {
        return HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase("Authorization"))
                .header("Authorization", authorization)
                .build();
    }

    private static <T> CaaAnswer answerOf(HttpResponse<PeekedBody<T>> response) {
        return CaaAnswer.of(
                response.statusCode(),
                name -> response.headers().firstValue(name).orElse(null),
                response.body()::beginning);
    }

    private static boolean isSafeToRepeat(String method, IOException lost) {
        boolean neverSent = lost instanceof ConnectException;
        boolean patienceIsOver = lost instanceof HttpTimeoutException;
        return neverSent || (IDEMPOTENT.contains(method) && !patienceIsOver);
    }

    /** The beginning of the api key alone. */
    @Override
    public String toString() {
        return "CaaClient[" + session.pair().apiKey() + "]";
    }
}
