package dev.keystile.store.redis.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.stream.IntStream;

/** Ports that nobody listens on, below those that the system gives to clients. A cluster speaks on a second one, 10000 higher. */
final class Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 22_700;
    private static final int TO_THE_BUS = 10_000;

    private Ports() {}

    static int free() {
        return IntStream.generate(() -> LOWEST + new SecureRandom().nextInt(HIGHEST - LOWEST))
                .limit(1000L)
                .filter(port -> isFree(port) && isFree(port + TO_THE_BUS))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
