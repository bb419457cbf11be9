package dev.keystile.soak.client;

import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** All clients. Each has a thread of its own, and waits a while between two things that it does. */
public final class Crowd implements AutoCloseable {

    private static final List<Scheme> SCHEMES = List.of(new CaaScheme(), TokenScheme.TOKENS, TokenScheme.BEARER);
    private static final int CLIENTS = 60;
    private static final int ONE_IN_THREE = 3;
    private static final long LOOK_MILLIS = 200;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CLIENTS + 1);
    private final Wire wire;
    private final Weather weather;
    private final Judge judge;
    private final SplittableRandom seeds;
    private final long longestPauseMillis;

    /**
     * A crowd that makes about {@code rate} calls a second.
     *
     * @param bend changes what clients get to hear; to see that they notice
     */
    public Crowd(
            URI server, Clock clock, Weather weather, Judge judge, int rate, long seed, UnaryOperator<String> bend) {
        Wire http = new HttpWire(server, clock);
        this.wire = calls -> http.sayTogether(calls).stream()
                .map(heard -> new Heard(
                        heard.sentMillis(), heard.heardMillis(), heard.reply().map(reply -> bent(reply, bend))))
                .toList();
        this.weather = weather;
        this.judge = judge;
        this.seeds = new SplittableRandom(seed);
        this.longestPauseMillis = 2000L * CLIENTS / rate;
    }

    /** Lets all begin. */
    public void start() {
        Future<?> unused = threads.scheduleAtFixedRate(weather::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        for (int number = 0; number < CLIENTS; number++) {
            Scheme scheme = SCHEMES.get(number % SCHEMES.size());
            boolean graceful = number / SCHEMES.size() % ONE_IN_THREE == 0;
            SplittableRandom random = seeds.split();
            Garbage garbage = new Garbage(wire, judge, random);
            Client client = new Client(scheme, number, graceful, wire, garbage::say, judge, random);
            later(client, random, random.nextLong(longestPauseMillis + 1));
        }
    }

    /** Opens all connections that there will be, so that their number depends on no chance. */
    public void connect() {
        wire.sayTogether(Collections.nCopies(HttpWire.CALLS_AT_ONCE, new Call("GET", "/me", Map.of(), "")));
    }

    /** Lets nobody begin anything any more, and waits until what was begun is done. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void later(Client client, SplittableRandom random, long pauseMillis) {
        try {
            Future<?> unused = threads.schedule(() -> stepForEver(client, random), pauseMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // nobody begins anything any more
        }
    }

    private void stepForEver(Client client, SplittableRandom random) {
        long extra = 0;
        try {
            extra = client.step();
        } catch (RuntimeException broken) {
            judge.broken(broken);
        }
        later(client, random, extra + random.nextLong(longestPauseMillis + 1));
    }

    private static Reply bent(Reply reply, UnaryOperator<String> bend) {
        String body = bend.apply(reply.body());
        return body.equals(reply.body()) ? reply : new Reply(200, body);
    }
}
