package dev.keystile.benchmark.service;

import dev.keystile.core.RandomBytes;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Endpoint;
import dev.keystile.http.HeaderFields;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.endpoint.BearerEndpoints;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.store.memory.InMemoryTokenLedger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A token, exchanged for the next one, and that one for the one after it: verified, spent in the ledger, issued. */
@State(Scope.Benchmark)
public class TokenExchangeBenchmark {

    private final RushingClock clock = new RushingClock();
    private final SomeUsers users = new SomeUsers(Map.of());
    private final BearerTokens tokens = BearerTokens.builder(
                    KeyRing.of(TokenKey.hmac(
                            TokenAlgorithm.HS256, HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure()))),
                    "https://auth.example.com",
                    "shop",
                    new InMemoryTokenLedger(),
                    users)
            .clock(clock)
            .build();
    private final Endpoint refresh = new BearerEndpoints(tokens).refresh().endpoint();

    /** The token that a thread holds at the moment. */
    @State(Scope.Thread)
    public static class Holder {

        private String token = "";

        /** A login. */
        @Setup
        public void login(TokenExchangeBenchmark benchmark) {
            token = benchmark.login();
        }
    }

    /** It is this JVM's turn. */
    @Setup(Level.Iteration)
    public void go() {
        clock.go();
    }

    /** It is another's. */
    @TearDown(Level.Iteration)
    public void stop() {
        clock.stop();
    }

    /** By a call of the service. */
    @Benchmark
    public String call(Holder holder) {
        holder.token = tokens.exchange(holder.token) instanceof TokenGrant grant ? grant.reveal() : login();
        return holder.token;
    }

    /** By a request to the endpoint, headers and JSON included. */
    @Benchmark
    public String request(Holder holder) {
        AuthResponse response = refresh.handle(AuthRequest.builder("POST", "/user/refresh")
                .headers(HeaderFields.of(Map.of(
                        "Host", List.of("shop.example.com"), "Authorization", List.of("Bearer " + holder.token))))
                .clientAddress("192.0.2.1")
                .build());
        String json = new String(response.body(), StandardCharsets.UTF_8);
        holder.token = response.status() == 200 ? json.substring(1, json.length() - 1) : login();
        return holder.token;
    }

    private String login() {
        return tokens.issue(users.next()).reveal();
    }
}
