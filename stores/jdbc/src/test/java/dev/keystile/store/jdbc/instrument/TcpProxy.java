package dev.keystile.store.jdbc.instrument;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands between a driver and its server: counts how often they take turns, and breaks the connection at a chosen byte. One
 * break at a time; connections that are made after it work.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int CHUNK = 8192;

    private final ServerSocket entrance;
    private final int serverPort;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final ExecutorService pumps = Executors.newCachedThreadPool(TcpProxy::daemon);
    private final CountDownLatch closed = new CountDownLatch(1);
    private Break planned = Break.none();
    private Side lastToSpeak = Side.SERVER;
    private int turns;

    /** Who speaks. */
    public enum Side {
        /** The driver. */
        CLIENT,
        /** The engine. */
        SERVER
    }

    /** What becomes of a connection whose next byte is one too many. */
    private enum Fate {
        NONE,
        CUT,
        SWALLOWED,
        DELAYED
    }

    private record Break(Side side, long budget, Fate fate, Duration delay) {

        static Break none() {
            return new Break(Side.CLIENT, Long.MAX_VALUE, Fate.NONE, Duration.ZERO);
        }

        Break after(int bytes) {
            return fate == Fate.NONE ? this : new Break(side, budget - bytes, fate, delay);
        }
    }

    /** What becomes of some bytes that were read: so many pass, and then their connection meets its fate. */
    private record Passage(int bytes, Fate fate, Duration delay) {}

    /** A proxy for the server that listens on {@code serverPort} of this machine. */
    public TcpProxy(int serverPort) {
        this.serverPort = serverPort;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        pumps.execute(this::accept);
    }

    /** Turns away whoever wants to connect from now on, and hangs up on whoever has: the server is gone. */
    public void refuseAll() throws IOException {
        entrance.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Where to connect to. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** How often, since the last call, the client had the word after the server: round trips, if it waited for answers. */
    public synchronized int takeTurns() {
        int counted = turns;
        turns = 0;
        lastToSpeak = Side.SERVER;
        return counted;
    }

    /** Lets {@code bytes} of {@code side} pass, and cuts the connection that brings one more. */
    public synchronized void cutAfter(Side side, long bytes) {
        planned = new Break(side, bytes, Fate.CUT, Duration.ZERO);
    }

    /** Lets {@code bytes} of {@code side} pass, and swallows all that follow on the connection that brings one more. */
    public synchronized void swallowAfter(Side side, long bytes) {
        planned = new Break(side, bytes, Fate.SWALLOWED, Duration.ZERO);
    }

    /**
     * Lets {@code bytes} of {@code side} pass, and holds back for {@code delay} what follows on the connection that brings one
     * more; it gets there even if the other side has hung up by then.
     */
    public synchronized void delayAfter(Side side, long bytes, Duration delay) {
        planned = new Break(side, bytes, Fate.DELAYED, delay);
    }

    /**
     * Forgets a planned break.
     *
     * @return whether it was still to come
     */
    public synchronized boolean mend() {
        boolean pending = planned.fate != Fate.NONE;
        planned = Break.none();
        return pending;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        refuseAll();
        pumps.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                pumps.execute(() -> pump(Side.CLIENT, client, server));
                pumps.execute(() -> pump(Side.SERVER, server, client));
            }
        } catch (IOException gone) {
            pumps.shutdown();
        }
    }

    private void pump(Side side, Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            Fate fate = Fate.NONE;
            while (fate == Fate.NONE || fate == Fate.DELAYED) {
                int read = from.getInputStream().read(chunk);
                if (read < 0) {
                    return;
                }
                Passage passage = pass(side, read);
                fate = passage.fate;
                to.getOutputStream().write(chunk, 0, passage.bytes);
                if (fate == Fate.DELAYED) {
                    awaitEnd(passage.delay);
                    to.getOutputStream().write(chunk, passage.bytes, read - passage.bytes);
                }
            }
            if (fate == Fate.SWALLOWED) {
                from.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException gone) {
            // one of the two has hung up; closing both tells the other
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing but the end of this proxy cuts a delay short. */
    private void awaitEnd(Duration delay) throws InterruptedException {
        closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized Passage pass(Side side, int bytes) {
        if (side == Side.CLIENT && lastToSpeak == Side.SERVER) {
            turns++;
        }
        lastToSpeak = side;
        if (side != planned.side || bytes <= planned.budget) {
            planned = side == planned.side ? planned.after(bytes) : planned;
            return new Passage(bytes, Fate.NONE, Duration.ZERO);
        }
        Passage last = new Passage((int) planned.budget, planned.fate, planned.delay);
        planned = Break.none();
        return last;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
