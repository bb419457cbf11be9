package dev.keystile.benchmark.report;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.memory.InMemoryCredentialStore;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** How much heap a live pair takes: the virtual machine walks the heap and adds up what is reachable, with the store and without. */
final class StoreMemory implements Measurement {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final double BOUND = 260;

    @Override
    public List<Finding> take(Effort effort) {
        int pairs = effort.pairs() / 4;
        long before = reachableBytes();
        InMemoryCredentialStore store = new InMemoryCredentialStore();
        try {
            FilledStore.make(pairs, credential -> store.issue(credential, LoginPolicy.reuse(), FilledStore.NOW));
            double each = (double) (reachableBytes() - before) / pairs;
            return List.of(Finding.atMost(
                    BOUND, "Heap of a live pair, " + pairs + " of them", "bytes", Measured.exactly(each)));
        } finally {
            Reference.reachabilityFence(store);
        }
    }

    private static long reachableBytes() {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            Matcher total = TOTAL.matcher(String.valueOf(histogram));
            if (!total.find()) {
                throw new IllegalStateException("The histogram of the heap has no total.");
            }
            return Long.parseLong(total.group(1));
        } catch (JMException notHotSpot) {
            throw new IllegalStateException("This virtual machine doesn't tell what is on its heap.", notHotSpot);
        }
    }
}
