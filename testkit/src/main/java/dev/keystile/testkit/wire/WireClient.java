package dev.keystile.testkit.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Opens connections to one server, in plain HTTP: it is the server itself that is to be looked at, and not a proxy that tidies
 * up in front of it. Safe for use by many threads.
 */
public final class WireClient {

    private static final int PATIENCE_MILLIS =
            Math.toIntExact(Duration.ofSeconds(10).toMillis());
    private static final int HTTP_PORT = 80;
    /** More than sockets swallow: such a request is still being written when a server that refuses it answers. */
    private static final int LARGE = 32 * 1024;

    private final URI server;
    private final BiConsumer<WireRequest, WireResponse> witness;

    /**
     * A client of {@code server}.
     *
     * @param server its scheme, host and port; a path is ignored
     * @throws IllegalArgumentException if {@code server} isn't of the shape {@code http://host:port}
     */
    public WireClient(URI server) {
        this(server, (request, response) -> {});
    }

    /**
     * A client of {@code server} that shows each answer, with the request that it belongs to, to {@code witness}, in the thread that
     * receives it. Answers to what was sent by {@link WireConnection#sendRaw} belong to no request and are not shown.
     *
     * @throws IllegalArgumentException if {@code server} isn't of the shape {@code http://host:port}
     */
    public WireClient(URI server, BiConsumer<WireRequest, WireResponse> witness) {
        if (server.getHost() == null || !"http".equalsIgnoreCase(server.getScheme())) {
            throw new IllegalArgumentException("A server to test is named as http://host:port, not as " + server
                    + "; if it speaks TLS, name the port where it doesn't.");
        }
        this.server = server;
        this.witness = witness;
    }

    /** A connection of its own. */
    public WireConnection open() throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        int port = server.getPort() < 0 ? HTTP_PORT : server.getPort();
        socket.connect(new InetSocketAddress(server.getHost(), port), PATIENCE_MILLIS);
        return new WireConnection(socket, server.getRawAuthority(), witness);
    }

    /** Sends {@code request} on a connection of its own; nothing if the server closed it without an answer. */
    public Optional<WireResponse> exchange(WireRequest request) throws IOException {
        try (WireConnection connection = open()) {
            byte[] bytes = connection.announce(request);
            if (bytes.length > LARGE) {
                Thread writer = new Thread(() -> sendAsFarAsPossible(connection, bytes), "keystile-wire");
                writer.setDaemon(true);
                writer.start();
            } else {
                connection.sendRaw(bytes);
            }
            return connection.receive();
        }
    }

    /** A server may refuse a large request before all of it was sent; what it answers then is what counts. */
    private static void sendAsFarAsPossible(WireConnection connection, byte[] bytes) {
        try {
            connection.sendRaw(bytes);
        } catch (IOException closedEarly) {
            return;
        }
    }
}
