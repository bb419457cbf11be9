package dev.keystile.store.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/** Every key of a server and all that is in it, a character for each byte, so that text and bytes are searched alike. */
record Dump(List<String> keys, String text) {

    static Dump of(Jedis server) {
        List<String> everything = new ArrayList<>();
        List<byte[]> keys = List.copyOf(server.keys("*".getBytes(StandardCharsets.US_ASCII)));
        for (byte[] key : keys) {
            add(key, everything);
            switch (server.type(key)) {
                case "hash" ->
                    server.hgetAll(key).forEach((field, value) -> {
                        add(field, everything);
                        add(value, everything);
                    });
                case "zset" -> server.zrange(key, 0, -1).forEach(member -> add(member, everything));
                default -> add(server.get(key), everything);
            }
        }
        return new Dump(keys.stream().map(key -> new String(key, ISO_8859_1)).toList(), String.join("\n", everything));
    }

    /** Whether it is in there, as it is or in hex or base64. */
    boolean holds(byte[] wanted) {
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        HexFormat hex = HexFormat.of();
        return Stream.of(
                        new String(wanted, ISO_8859_1),
                        hex.formatHex(wanted),
                        hex.withUpperCase().formatHex(wanted),
                        url.encodeToString(wanted),
                        url.encodeToString(wanted).replace('-', '+').replace('_', '/'))
                .anyMatch(text::contains);
    }

    boolean holds(String wanted) {
        return holds(wanted.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(byte[] bytes, List<String> everything) {
        everything.add(new String(bytes, ISO_8859_1));
    }
}
