package dev.keystile.example.adapter;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection to a server, spoken on by hand. For one thread, but that a request may be sent while its answer is read. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static Wire to(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return new Wire(socket);
    }

    /** Sends {@code request} and reads its answer. */
    WireAnswer ask(WireRequest request) throws IOException {
        send(request.head());
        send(request.body());
        return answerTo(request);
    }

    /** The answer to {@code request}, or none if the server has hung up. */
    List<WireAnswer> askUnlessHungUp(WireRequest request) {
        try {
            return List.of(ask(request));
        } catch (IOException hungUp) {
            return List.of();
        }
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends {@code request} while the caller goes on, so that its answer may come before its end. */
    Thread sendBeside(WireRequest request) {
        Thread sender = new Thread(() -> {
            try {
                send(request.head());
                send(request.body());
            } catch (IOException hungUp) {
                // a server may; the answer shows whether it did so in order
            }
        });
        sender.start();
        return sender;
    }

    /** Ends what this side has to say. */
    void sendNoMore() throws IOException {
        socket.shutdownOutput();
    }

    /** The final answer to {@code request}, which has been sent; interim ones are passed over. */
    WireAnswer answerTo(WireRequest request) throws IOException {
        WireAnswer head = head();
        while (head.status() < 200) {
            head = head();
        }
        return request.wantsNoBody() ? head : head.withBody(body(head));
    }

    /** The header of the next answer, be it an interim one. */
    WireAnswer head() throws IOException {
        String statusLine = line();
        Map<String, List<String>> fields = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] field = line.split(":", 2);
            fields.computeIfAbsent(field[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(field[1].strip());
        }
        return new WireAnswer(Integer.parseInt(statusLine.split(" ", -1)[1]), fields, new byte[0]);
    }

    /** Waits until the server has closed the connection, whatever it says before. */
    void awaitEnd() throws IOException {
        in.readAllBytes();
    }

    private byte[] body(WireAnswer head) throws IOException {
        if (!head.all("transfer-encoding").isEmpty()) {
            return chunks();
        }
        List<String> length = head.all("content-length");
        return length.isEmpty() ? in.readAllBytes() : exactly(Integer.parseInt(length.get(0)));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            bytes.writeBytes(exactly(size));
            line();
        }
        line();
        return bytes.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer's body ends after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection ended where an answer was expected, after '" + line + "'");
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }

    /** Breaks the connection off by a reset, as a client that was killed. */
    void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
