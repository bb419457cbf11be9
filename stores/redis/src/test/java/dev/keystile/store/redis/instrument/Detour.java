package dev.keystile.store.redis.instrument;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * A way to a server that goes through this JVM. It writes down what clients say and how often the word passes to them, and at
 * a chosen byte a mishap befalls the connection that brings it.
 */
public final class Detour implements AutoCloseable {

    private static final int CHUNK = 16 * 1024;

    private final ServerSocket entrance;
    private final int destination;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final StringBuilder said = new StringBuilder();
    private CountDownLatch delivery = new CountDownLatch(1);
    private Direction lastHeard = Direction.BACK;
    private int roundTrips;
    private Direction direction = Direction.THERE;
    private Mishap mishap = Mishap.NONE;
    private long bytesUntil;
    private int mishapsLeft;

    /** Which way bytes go. */
    public enum Direction {
        /** To the server. */
        THERE,
        /** To the client. */
        BACK
    }

    /** What befalls a connection. */
    public enum Mishap {
        /** Nothing. */
        NONE,
        /** Both ends are hung up on. */
        CUT,
        /** All that follows gets lost, and nobody is told. */
        LOST,
        /** What follows waits until {@link #deliver}, though the client may be gone by then. */
        LATE
    }

    private record Fate(Mishap mishap, int passing) {}

    /** A way to the server on {@code destination}, a port of this machine. */
    public Detour(int destination) {
        this.destination = destination;
        try {
            this.entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        run(this::accept);
    }

    /** Where it begins. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Lets {@code bytes} pass that way; then {@code mishap} befalls the next {@code connections} that bring more. */
    public synchronized void plan(Mishap mishap, Direction direction, long bytes, int connections) {
        this.mishap = mishap;
        this.direction = direction;
        this.bytesUntil = bytes;
        this.mishapsLeft = connections;
        this.delivery = new CountDownLatch(1);
    }

    /**
     * From now on nothing befalls anybody.
     *
     * @return how many mishaps were still to come
     */
    public synchronized int mend() {
        int left = mishapsLeft;
        mishapsLeft = 0;
        return left;
    }

    /** Lets go what was late. */
    public synchronized void deliver() {
        delivery.countDown();
    }

    /** How often clients have spoken to servers that had spoken, since the last call. */
    public synchronized int takeRoundTrips() {
        int taken = roundTrips;
        roundTrips = 0;
        lastHeard = Direction.BACK;
        return taken;
    }

    /** What clients have said since the last call, a character for each byte. */
    public synchronized String takeWords() {
        String taken = said.toString();
        said.setLength(0);
        return taken;
    }

    @Override
    public void close() {
        deliver();
        closeQuietly(entrance);
        sockets.forEach(Detour::closeQuietly);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), destination);
                for (Socket socket : new Socket[] {client, server}) {
                    socket.setTcpNoDelay(true);
                    sockets.add(socket);
                }
                run(() -> carry(Direction.THERE, client, server));
                run(() -> carry(Direction.BACK, server, client));
            }
        } catch (IOException closed) {
            closeQuietly(entrance);
        }
    }

    private void carry(Direction way, Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            OutputStream out = to.getOutputStream();
            for (int read = from.getInputStream().read(chunk);
                    read >= 0;
                    read = from.getInputStream().read(chunk)) {
                Fate fate = fateOf(way, chunk, read);
                out.write(chunk, 0, fate.passing);
                if (fate.mishap == Mishap.CUT) {
                    return;
                }
                if (fate.mishap == Mishap.LOST) {
                    from.getInputStream().transferTo(OutputStream.nullOutputStream());
                    return;
                }
                if (fate.mishap == Mishap.LATE) {
                    delivery().await();
                    out.write(chunk, fate.passing, read - fate.passing);
                }
            }
        } catch (IOException | InterruptedException gone) {
            // one of the ends has hung up; closing both tells the other
        }
    }

    private synchronized Fate fateOf(Direction way, byte[] chunk, int length) {
        if (way == Direction.THERE) {
            said.append(new String(chunk, 0, length, ISO_8859_1));
            roundTrips += lastHeard == Direction.BACK ? 1 : 0;
        }
        lastHeard = way;
        if (way != direction || mishapsLeft == 0) {
            return new Fate(Mishap.NONE, length);
        }
        if (length <= bytesUntil) {
            bytesUntil -= length;
            return new Fate(Mishap.NONE, length);
        }
        Fate fate = new Fate(mishap, (int) bytesUntil);
        bytesUntil = 0;
        mishapsLeft--;
        return fate;
    }

    private synchronized CountDownLatch delivery() {
        return delivery;
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "detour");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyGone) {
            // that is what was wanted
        }
    }
}
