package dev.keystile.example.adapter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a flood is made of. */
enum Nuisance {

    /** Headers that are none, or that no credential is in. */
    MALFORMED_HEADERS {
        @Override
        Optional<WireAnswer> sendOn(Wire wire, Flood flood) throws IOException {
            for (String line : List.of("Caa ====", "Caa " + "A".repeat(9_000), "Bearer x", "", "no\u0000thing")) {
                wire.ask(WireRequest.of("POST", REFRESH)
                        .field("Authorization", line)
                        .sized(new byte[0]));
            }
            wire.send("POST / HTTP/1.1\r\nno colon\r\n: no name\r\n\r\n".getBytes(ISO_8859_1));
            return Optional.of(wire.answerTo(WireRequest.of("POST", REFRESH)));
        }
    },

    /** A MiB where 64 KiB are taken. */
    OVERSIZE_BODY {
        @Override
        Optional<WireAnswer> sendOn(Wire wire, Flood flood) throws IOException {
            return Optional.of(wire.ask(login(" ".repeat(1 << 20))));
        }
    },

    /** A byte now and then, of a body that never ends. */
    SLOW_WRITER {
        @Override
        Optional<WireAnswer> sendOn(Wire wire, Flood flood) throws IOException {
            WireRequest request = login(" ".repeat(1000));
            wire.send(request.head());
            while (!flood.isOverAfter(PAUSE_MILLIS)) {
                wire.send(new byte[] {' '});
            }
            return Optional.empty();
        }
    },

    /** A header that never ends. */
    SLOW_HEADER {
        @Override
        Optional<WireAnswer> sendOn(Wire wire, Flood flood) throws IOException {
            wire.send("POST /api/user/login HTTP/1.1\r\nX: ".getBytes(ISO_8859_1));
            while (!flood.isOverAfter(PAUSE_MILLIS)) {
                wire.send(new byte[] {'x'});
            }
            return Optional.empty();
        }
    },

    /** 60 000 arrays in one another. */
    DEEP_JSON {
        @Override
        Optional<WireAnswer> sendOn(Wire wire, Flood flood) throws IOException {
            return Optional.of(wire.ask(login("[".repeat(MOST_BYTES))));
        }
    },

    /** A number of 60 000 digits, and one whose digits nobody could hold. */
    HUGE_NUMBER {
        @Override
        Optional<WireAnswer> sendOn(Wire wire, Flood flood) throws IOException {
            wire.ask(login("{\"mobile\":1e999999999}"));
            return Optional.of(wire.ask(login("{\"mobile\":" + "9".repeat(MOST_BYTES) + "}")));
        }
    },

    /** Five thousand members. */
    MANY_MEMBERS {
        @Override
        Optional<WireAnswer> sendOn(Wire wire, Flood flood) throws IOException {
            return Optional.of(wire.ask(login(MANY)));
        }
    },

    /** One member, thousands of times. */
    DUPLICATE_KEYS {
        @Override
        Optional<WireAnswer> sendOn(Wire wire, Flood flood) throws IOException {
            return Optional.of(wire.ask(login("{" + "\"mobile\":1,".repeat(5_000) + "\"mobile\":1}")));
        }
    };

    private static final String REFRESH = "/api/user/refresh-keys";
    private static final int MOST_BYTES = 60_000;
    private static final long PAUSE_MILLIS = 50;
    private static final String MANY = IntStream.range(0, 5_000)
            .mapToObj(number -> "\"m" + number + "\":0")
            .collect(Collectors.joining(",", "{", "}"));

    /** Sends it once; the last answer, if it has one. */
    abstract Optional<WireAnswer> sendOn(Wire wire, Flood flood) throws IOException;

    private static WireRequest login(String body) {
        return WireRequest.of("POST", "/api/user/login").json(body);
    }
}
