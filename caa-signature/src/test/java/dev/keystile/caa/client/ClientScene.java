package dev.keystile.caa.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.fixture.AdjustableClock;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A session in front of a server, with a device clock of its own and a line between them on which refreshes get lost. */
final class ClientScene implements RenewalListener {

    /** What becomes of one refresh on the line. */
    enum Fate {
        ARRIVES,
        LOST_ON_THE_WAY,
        ANSWER_LOST,
        ANSWERED_BY_A_BROKEN_SERVER
    }

    static final URI SERVER = URI.create("https://api.example.com");

    final TestServer server;
    final AdjustableClock device = new AdjustableClock(TestServer.START);
    final AtomicInteger refreshes = new AtomicInteger();
    final AtomicInteger requests = new AtomicInteger();
    final List<ApiKeyPair> renewed = Collections.synchronizedList(new ArrayList<>());
    final List<ApiKeyPair> ended = Collections.synchronizedList(new ArrayList<>());
    final ApiKeyPair first;
    final CaaSession session;
    private final Deque<Fate> fates = new ArrayDeque<>();

    ClientScene(TestServer server) throws IOException {
        this(server, settings -> settings);
    }

    ClientScene(TestServer server, UnaryOperator<CaaClientBuilder> settings) throws IOException {
        this.server = server;
        this.first = login();
        this.session = settings.apply(
                        CaaClient.builder(SERVER, first).clock(device).listener(this))
                .session(this::carryRefresh);
    }

    /** A pair from a new login. */
    ApiKeyPair login() throws IOException {
        Answer grant = server.postLogin("13800138000", TestUsers.PASSWORD_MD5);
        return read(grant).grant().orElseThrow();
    }

    /** What becomes of the next refreshes; those behind them arrive. */
    ClientScene refreshesAre(Fate... next) {
        fates.addAll(List.of(next));
        return this;
    }

    /** The status of the personal profile, asked for as often as the session wants. */
    int get() throws IOException {
        CaaCall call = session.begin(TestServer.PERSONAL);
        Answer answer;
        do {
            answer = send(call.authorization());
        } while (call.isToBeRepeated(read(answer)));
        return answer.status();
    }

    Answer send(String authorization) {
        requests.incrementAndGet();
        return server.send("GET", "/api/user/personal", List.of(authorization));
    }

    static CaaAnswer read(Answer answer) {
        return CaaAnswer.of(
                answer.status(), answer.headers()::get, () -> answer.body().getBytes(UTF_8));
    }

    private CaaAnswer carryRefresh(URI uri, String authorization) throws IOException {
        refreshes.incrementAndGet();
        Fate fate = fates.isEmpty() ? Fate.ARRIVES : fates.remove();
        if (fate == Fate.LOST_ON_THE_WAY) {
            throw new IOException("lost on the way");
        }
        if (fate == Fate.ANSWERED_BY_A_BROKEN_SERVER) {
            return read(Answer.INTERNAL_SERVER_ERROR);
        }
        Answer answer = server.send("POST", uri.getPath(), List.of(authorization));
        if (fate == Fate.ANSWER_LOST) {
            throw new IOException("the answer got lost");
        }
        return read(answer);
    }

    @Override
    public void renewed(ApiKeyPair pair) {
        renewed.add(pair);
    }

    @Override
    public void ended(ApiKeyPair pair) {
        ended.add(pair);
    }
}
