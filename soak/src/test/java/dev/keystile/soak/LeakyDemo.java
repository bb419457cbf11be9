package dev.keystile.soak;

import dev.keystile.example.jdk.Demo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The demo, in a JVM that holds more after each collection. */
public final class LeakyDemo {

    private static final int BYTES = 2 * 1024 * 1024;
    private static final long PAUSE_NANOS = 5_000_000;

    private LeakyDemo() {}

    /** Starts to leak, and then the demo. */
    public static void main(String[] args) throws Exception {
        Thread leak = new Thread(LeakyDemo::leak, "leak");
        leak.setDaemon(true);
        leak.start();
        Demo.main(args);
    }

    private static void leak() {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < Integer.MAX_VALUE) {
            if (kept.size() < collections()) {
                kept.add(new byte[BYTES]);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
