package dev.keystile.soak.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** An engine that is a process of its own, and comes back by the command that it was started with. */
final class EngineProcess implements Engine {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String store;
    private final List<String> command;
    private final BooleanSupplier serves;
    private ProcessHandle process;

    private EngineProcess(String store, ProcessHandle process, List<String> command, BooleanSupplier serves) {
        this.store = store;
        this.process = process;
        this.command = List.copyOf(command);
        this.serves = serves;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "soak-engine-stop"));
    }

    /**
     * An engine that runs already.
     *
     * @param prefix what has to stand before the command that the process tells of itself
     */
    static EngineProcess running(String store, ProcessHandle process, List<String> prefix, BooleanSupplier serves) {
        return new EngineProcess(store, process, commandOf(process, prefix), serves);
    }

    /** Starts one by {@code command}. */
    static EngineProcess start(String store, List<String> command, BooleanSupplier serves) {
        EngineProcess engine = new EngineProcess(store, launch(command), command, serves);
        engine.awaitService();
        return engine;
    }

    @Override
    public String store() {
        return store;
    }

    @Override
    public boolean isProcess() {
        return true;
    }

    @Override
    public boolean outlivesDemo() {
        return true;
    }

    @Override
    public void kill() {
        CompletableFuture<?>[] ends = Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        process.destroyForcibly();
        CompletableFuture.allOf(ends)
                .orTimeout(PATIENCE.toMinutes(), TimeUnit.MINUTES)
                .join();
    }

    @Override
    public void restart() {
        process = launch(command);
        awaitService();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void awaitService() {
        long start = System.nanoTime();
        while (!serves.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("The engine doesn't serve: " + command);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static ProcessHandle launch(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .toHandle();
        } catch (IOException failure) {
            throw new UncheckedIOException("The engine doesn't start: " + command, failure);
        }
    }

    private static List<String> commandOf(ProcessHandle process, List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add(process.info().command().orElseThrow());
        command.addAll(List.of(process.info().arguments().orElseThrow()));
        return command;
    }
}
