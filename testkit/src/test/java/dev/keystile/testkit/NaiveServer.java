package dev.keystile.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A server as nobody should write one: what one read brings is taken for whole requests, whatever the head says of their
 * length; whoever knows the password is in; of several requests the last is answered first; and HEAD gets a body.
 */
final class NaiveServer implements AutoCloseable {

    private static final Pattern START = Pattern.compile("(?=(POST|GET|HEAD) /)");

    private final ServerSocket listener;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    private NaiveServer(ServerSocket listener) {
        this.listener = listener;
    }

    static NaiveServer start() throws IOException {
        NaiveServer server = new NaiveServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        server.workers.execute(server::accept);
        return server;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                workers.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            workers.shutdown();
        }
    }

    private static void serve(Socket client) {
        try (client;
                InputStream in = client.getInputStream()) {
            byte[] buffer = new byte[1 << 20];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                client.getOutputStream()
                        .write(answers(new String(buffer, 0, read, ISO_8859_1)).getBytes(UTF_8));
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static String answers(String read) {
        List<String> answers = new ArrayList<>();
        START.splitAsStream(read).forEach(request -> {
            boolean isIn = request.startsWith("POST") && request.contains("password");
            answers.add(isIn ? answer(200, "{}") : answer(400, "{\"message\":\"invalid body\"}"));
        });
        Collections.reverse(answers);
        return String.join("", answers);
    }

    private static String answer(int status, String body) {
        return "HTTP/1.1 " + status + " x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        workers.shutdownNow();
    }
}
