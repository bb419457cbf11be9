package dev.keystile.store.redis.instrument;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Says the very bytes of a call again. */
public final class Parrot {

    private Parrot() {}

    /** What goes over the wire during {@code call}, from its last script on. */
    public static String listen(Detour detour, Runnable call) {
        detour.takeWords();
        call.run();
        String words = detour.takeWords();
        return words.substring(words.lastIndexOf("*", words.lastIndexOf("EVAL")));
    }

    /** What the server on {@code port} answers to the script in {@code words}. */
    public static List<String> repeat(String words, int port) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(server.getInputStream(), ISO_8859_1))) {
            server.getOutputStream().write(words.getBytes(ISO_8859_1));
            int parts = Integer.parseInt(answer.readLine().substring(1));
            List<String> said = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                answer.readLine();
                said.add(answer.readLine());
            }
            return said;
        }
    }
}
