package dev.keystile.benchmark.token;

import dev.keystile.core.RandomBytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** What every library is handed, so that all of them do the same work. */
final class Claims {

    static final byte[] SECRET =
            "A secret for benchmarks, 0123456789 and nothing more.".getBytes(StandardCharsets.US_ASCII);
    static final String ISSUER = "https://auth.example.com";
    static final String AUDIENCE = "shop";
    static final String SUBJECT = "user-20261120";
    static final String FAMILY = "Kz8Qw3rT5yU1iO9p";
    static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final RandomBytes RANDOM = RandomBytes.secure();

    private Claims() {}

    /** From the library's own source, which is faster than what the peers would draw by themselves. */
    static String newId() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(RANDOM.next(16));
    }

    static long nowSeconds() {
        return System.currentTimeMillis() / 1000;
    }
}
