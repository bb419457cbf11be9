package dev.keystile.testkit.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One connection to the server. What it waits for comes within ten seconds or not at all. For one thread at a time. */
public final class WireConnection implements AutoCloseable {

    private final Socket socket;
    private final String host;
    private final ResponseReader reader;
    private final BiConsumer<WireRequest, WireResponse> witness;
    private final Deque<WireRequest> unanswered = new ArrayDeque<>();

    WireConnection(Socket socket, String host, BiConsumer<WireRequest, WireResponse> witness) throws IOException {
        this.socket = socket;
        this.host = host;
        this.witness = witness;
        this.reader = new ResponseReader(new BufferedInputStream(socket.getInputStream()));
    }

    /** Sends {@code request} whole, without waiting for an answer. */
    public WireConnection send(WireRequest request) throws IOException {
        return sendRaw(announce(request));
    }

    /** Sends all of {@code requests} in one piece, without waiting for an answer. */
    public WireConnection send(List<WireRequest> requests) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        requests.forEach(request -> all.writeBytes(announce(request)));
        return sendRaw(all.toByteArray());
    }

    /** Sends {@code request} a byte at a time, each in a packet of its own. */
    public WireConnection dribble(WireRequest request) throws IOException {
        for (byte next : announce(request)) {
            sendRaw(new byte[] {next});
        }
        return this;
    }

    /** Sends the first half of {@code request}; {@link #sendSecondHalf} sends what is missing. */
    public WireConnection sendFirstHalf(WireRequest request) throws IOException {
        byte[] bytes = request.bytes(host);
        socket.getOutputStream().write(bytes, 0, bytes.length / 2);
        return this;
    }

    /** Sends what {@link #sendFirstHalf} left of {@code request}. */
    public WireConnection sendSecondHalf(WireRequest request) throws IOException {
        byte[] bytes = announce(request);
        socket.getOutputStream().write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        return this;
    }

    /** Sends {@code bytes} as they are. */
    public WireConnection sendRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Tells the server that nothing more will come, and still listens. */
    public WireConnection endOfInput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /**
     * The next answer; nothing if the server closed or reset the connection instead.
     *
     * @throws java.net.SocketTimeoutException if the server neither answers nor closes
     * @throws IOException if what came is no HTTP/1.1
     */
    public Optional<WireResponse> receive() throws IOException {
        Optional<WireRequest> request = Optional.ofNullable(unanswered.poll());
        boolean toHead = request.filter(asked -> asked.method().equals("HEAD")).isPresent();
        try {
            Optional<WireResponse> response = reader.read(toHead);
            response.ifPresent(answer -> request.ifPresent(asked -> witness.accept(asked, answer)));
            return response;
        } catch (SocketException reset) {
            return Optional.empty();
        }
    }

    /** Breaks the connection off by a reset, as a client that was killed. */
    public void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The bytes of {@code request}, whose answer is from now on waited for. */
    byte[] announce(WireRequest request) {
        unanswered.add(request);
        return request.bytes(host);
    }
}
