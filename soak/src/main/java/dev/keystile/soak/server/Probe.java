package dev.keystile.soak.server;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks into another JVM of this machine, over one connection that it keeps. */
final class Probe implements AutoCloseable {

    private final long pid;
    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final ThreadMXBean threads;
    private final UnixOperatingSystemMXBean system;

    @SuppressWarnings("BanJNDI") // the address is what the JVM that was started here has told of itself
    Probe(long pid) throws IOException {
        this.pid = pid;
        this.connector = JMXConnectorFactory.connect(new JMXServiceURL(agentOf(pid)));
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        this.memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
        this.threads = ManagementFactory.getPlatformMXBean(beans, ThreadMXBean.class);
        this.system = ManagementFactory.getPlatformMXBean(beans, UnixOperatingSystemMXBean.class);
    }

    /** Collects what is garbage, and looks at what is left. */
    Sample take(long atMillis) throws IOException {
        memory.gc();
        return new Sample(
                atMillis,
                memory.getHeapMemoryUsage().getUsed(),
                threads.getThreadCount(),
                system.getOpenFileDescriptorCount(),
                connections());
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }

    private long connections() throws IOException {
        Path open = Path.of("/proc", Long.toString(pid), "fd");
        if (Files.notExists(open)) {
            return 0;
        }
        try (Stream<Path> descriptors = Files.list(open)) {
            return descriptors.filter(Probe::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static String agentOf(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException failure) {
            throw new IOException("The demo's JVM can't be looked into.", failure);
        }
    }
}
