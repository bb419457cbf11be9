package dev.keystile.soak;

import dev.keystile.soak.client.Crowd;
import dev.keystile.soak.client.Judge;
import dev.keystile.soak.client.Weather;
import dev.keystile.soak.engine.Engine;
import dev.keystile.soak.server.DemoProcess;
import dev.keystile.soak.server.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** The demo on an engine, its clients, and what becomes of them. For one thread. */
final class SoakRun {

    /** An engine inside the demo dies with it, and a new JVM begins anew: that is over before the figures are compared. */
    private static final int KILLS_OF_DEMO = 2;

    private static final Duration TICK = Duration.ofMillis(100);

    private final SoakSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final Weather weather = new Weather(clock);
    private final Judge judge = new Judge(weather);
    private final List<Sample> samples = new ArrayList<>();
    private final List<Duration> outages = new ArrayList<>();
    private final Engine engine;
    private final DemoProcess demo;

    private SoakRun(SoakSettings settings, Engine engine, DemoProcess demo) {
        this.settings = settings;
        this.engine = engine;
        this.demo = demo;
    }

    /**
     * Runs, and reports.
     *
     * @param main the demo's main class, or another that calls it
     * @param folder where everything of this run is kept
     * @param bend changes what clients get to hear; to see that they notice
     */
    static SoakReport of(SoakSettings settings, String main, Path folder, UnaryOperator<String> bend)
            throws IOException {
        try (Engine engine = Engine.start(settings.store(), folder);
                DemoProcess demo = new DemoProcess(main, engine.store(), folder)) {
            return new SoakRun(settings, engine, demo).run(bend);
        }
    }

    private SoakReport run(UnaryOperator<String> bend) throws IOException {
        long start = clock.millis();
        long end = start + settings.length().toMillis();
        try (Crowd crowd = new Crowd(demo.address(), clock, weather, judge, settings.rate(), settings.seed(), bend)) {
            crowd.connect();
            crowd.start();
            long nextSample = start;
            long nextKill = start + settings.killPause().toMillis();
            for (long now = start; now < end || !isEnough(); now = clock.millis()) {
                if (now >= nextSample) {
                    samples.add(demo.look(now - start));
                    nextSample = now + settings.samplePause().toMillis();
                }
                if (now >= nextKill && mayKill()) {
                    killAndRestart();
                    crowd.connect();
                    nextKill = clock.millis() + settings.killPause().toMillis();
                }
                LockSupport.parkNanos(TICK.toNanos());
            }
        }
        return new SoakReport(
                settings, Duration.ofMillis(clock.millis() - start), judge, samples, outages, weather.standstills());
    }

    private boolean isEnough() {
        return judge.calls() >= settings.leastCalls() && samples.size() >= settings.leastSamples();
    }

    private boolean mayKill() {
        return engine.isProcess() || (engine.outlivesDemo() && outages.size() < KILLS_OF_DEMO);
    }

    private void killAndRestart() throws IOException {
        long killed = clock.millis();
        weather.turnsBad();
        if (engine.isProcess()) {
            engine.kill();
            engine.restart();
        } else {
            demo.killAndRestart();
        }
        weather.clearsUp();
        outages.add(Duration.ofMillis(clock.millis() - killed));
    }
}
