package dev.keystile.jwt;

import dev.keystile.core.RandomBytes;
import java.nio.ByteBuffer;
import java.util.UUID;

/** What a new {@code jti} is made of. */
enum TokenIdShape {
    /** 22 characters of base64url: 128 random bits. */
    BASE64URL_128 {
        @Override
        String draw(RandomBytes random) {
            return Base64Url.encode(random.next(16));
        }
    },
    /** 16 letters and digits: 95 random bits. */
    ALPHANUMERIC_16 {
        @Override
        String draw(RandomBytes random) {
            return random.alphanumeric(16);
        }
    },
    /** A UUID of version 4: 122 random bits. */
    UUID_4 {
        @Override
        String draw(RandomBytes random) {
            ByteBuffer bits = ByteBuffer.wrap(random.next(16));
            long high = (bits.getLong() & ~0xF000L) | 0x4000L;
            long low = (bits.getLong() >>> 2) | (1L << 63);
            return new UUID(high, low).toString();
        }
    };

    abstract String draw(RandomBytes random);
}
