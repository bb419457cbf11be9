package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaSigner;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Logs in, authenticates and refreshes, again and again, each time on a new connection, and accepts no answer but the right one. */
final class HonestClient implements Callable<HonestClient.Experience> {

    private final Visit visit;
    private final Flood.Server server;
    private final Duration time;
    private int answers;
    private long longestNanos;

    /**
     * How it was served.
     *
     * @param answers how many answers there were, all of them right
     * @param longestWait for one of them
     */
    record Experience(int answers, Duration longestWait) {}

    /** What a client asks for on one connection. */
    enum Visit {
        CAA {
            @Override
            void of(HonestClient client, Wire wire) throws IOException {
                CaaSigner signer = Contracts.signerOf(client.ask(wire, Contracts.login(), 200));
                client.ask(wire, Contracts.personal(signer), 200);
                client.ask(wire, Contracts.refreshKeys(signer), 200);
                client.ask(wire, Contracts.personal(signer), 404);
            }
        },
        TOKENS {
            @Override
            void of(HonestClient client, Wire wire) throws IOException {
                String token = Contracts.member("token", client.ask(wire, Contracts.tokens(), 201));
                client.ask(wire, Contracts.exchange(token), 201);
                client.ask(wire, Contracts.exchange(token), 401);
            }
        },
        BEARER {
            @Override
            void of(HonestClient client, Wire wire) throws IOException {
                String token = Contracts.member("bearerToken", client.ask(wire, Contracts.bearerLogin(), 200));
                client.ask(wire, Contracts.bearerRefresh("/user/refresh", token), 200);
                client.ask(wire, Contracts.bearerRefresh("/user/refresh", token), 401);
            }
        };

        abstract void of(HonestClient client, Wire wire) throws IOException;
    }

    /** A client that does nothing else for {@code time}, and comes at least once. */
    HonestClient(Visit visit, Flood.Server server, Duration time) {
        this.visit = visit;
        this.server = server;
        this.time = time;
    }

    @Override
    public Experience call() throws IOException {
        long begun = System.nanoTime();
        do {
            try (Wire wire = server.connect()) {
                visit.of(this, wire);
            }
        } while (System.nanoTime() - begun < time.toNanos());
        return new Experience(answers, Duration.ofNanos(longestNanos));
    }

    private WireAnswer ask(Wire wire, WireRequest request, int status) throws IOException {
        long asked = System.nanoTime();
        WireAnswer answer = wire.ask(request);
        longestNanos = Math.max(longestNanos, System.nanoTime() - asked);
        answers++;
        assertThat(answer.status()).as("%s", request).isEqualTo(status);
        return answer;
    }
}
