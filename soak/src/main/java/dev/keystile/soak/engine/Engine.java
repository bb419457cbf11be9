package dev.keystile.soak.engine;

import java.nio.file.Path;

/** What the demo keeps its pairs and revocations in. */
public interface Engine extends AutoCloseable {

    /**
     * Starts one that keeps its data in {@code folder}.
     *
     * @param name {@code memory}, {@code h2}, {@code postgresql}, {@code mariadb} or {@code redis}
     */
    static Engine start(String name, Path folder) {
        return switch (name) {
            case "memory" -> new EmbeddedEngine("memory", false);
            // A small cache is full before anybody looks at the heap.
            case "h2" -> new EmbeddedEngine("jdbc:h2:" + folder.resolve("keystile") + ";CACHE_SIZE=4096", true);
            case "postgresql" -> PostgresEngine.on(folder);
            case "mariadb" -> MariaDbEngine.on(folder);
            case "redis" -> RedisEngine.on(folder);
            default ->
                throw new IllegalArgumentException(
                        "-Dstore=" + name + " is no engine; use memory, h2, postgresql, mariadb or redis.");
        };
    }

    /** What the demo is told by {@code -Dstore}. */
    String store();

    /** Whether it is a process of its own, which can be killed while the demo goes on. */
    boolean isProcess();

    /** Whether what it keeps is still there when the demo is killed and started again. */
    boolean outlivesDemo();

    /** Kills it, as {@code kill -9} does, and waits until none of its processes is left. */
    void kill();

    /** Starts it again on what it has kept, and waits until it serves. */
    void restart();

    @Override
    void close();
}
