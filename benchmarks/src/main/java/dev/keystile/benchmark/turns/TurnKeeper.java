package dev.keystile.benchmark.turns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Gives each of several JVMs its turn, always in the same order, and one at a time. */
final class TurnKeeper implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ServerSocket entrance;

    TurnKeeper() throws IOException {
        entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        entrance.setSoTimeout((int) PATIENCE.toMillis());
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Waits for {@code count} contestants to come, and gives turns until the last of them has gone. */
    void serve(int count) throws IOException {
        List<Socket> contestants = new ArrayList<>();
        try {
            while (contestants.size() < count) {
                contestants.add(entrance.accept());
            }
            while (!contestants.isEmpty()) {
                for (Socket contestant : List.copyOf(contestants)) {
                    if (!takesItsTurn(contestant)) {
                        contestants.remove(contestant);
                        contestant.close();
                    }
                }
            }
        } finally {
            for (Socket contestant : contestants) {
                contestant.close();
            }
        }
    }

    /** Whether it took its turn; it has gone if it didn't. */
    private static boolean takesItsTurn(Socket contestant) {
        try {
            contestant.getOutputStream().write(0);
            return contestant.getInputStream().read() >= 0;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
