package dev.keystile.example.adapter;

import dev.keystile.example.common.RunningServer;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.RouteTable;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * What every adapter keeps: it hands requests in as they were sent and writes answers as they were given, byte by byte, whatever
 * its server would do by itself. An adapter's test class extends this one and says how its server is started; the server runs
 * once for all tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AdapterContract
        implements RoutingChapter,
                MethodChapter,
                HeaderChapter,
                BodyChapter,
                AnswerChapter,
                ConnectionChapter,
                VectorChapter {

    private final Probe probe = new Probe();
    private RunningServer server = new RunningServer(0, () -> {});

    /** For subclasses. */
    protected AdapterContract() {}

    /** Starts the adapter's server with {@code routes} on a free port of 127.0.0.1. */
    protected abstract RunningServer start(RouteTable routes) throws Exception;

    /** What the server does by itself; nothing, unless an adapter's test class says otherwise. */
    protected Set<ServerHabit> habits() {
        return Set.of();
    }

    @BeforeAll
    void startServer() throws Exception {
        server = start(probe.routes());
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @BeforeEach
    void forget() {
        probe.answerBy(request -> AuthResponse.empty(200));
    }

    @Override
    public final Wire connect() throws IOException {
        return Wire.to(server.port());
    }

    @Override
    public final boolean has(ServerHabit habit) {
        return habits().contains(habit);
    }

    @Override
    public final Probe probe() {
        return probe;
    }
}
