package dev.keystile.jwt;

import dev.keystile.codec.Base64Alphabet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Puts tokens together whose header is always the same. Safe for use by many threads. */
final class CompactWriter {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final byte[] start;
    private final SignatureScheme scheme;
    private final int usualEnd;

    /** @param header the first segment of every token that {@code key} signs */
    CompactWriter(String header, TokenKey key) {
        this.start = (header + '.').getBytes(StandardCharsets.US_ASCII);
        this.scheme = key.scheme();
        this.usualEnd = 1 + Base64Alphabet.encodedLength(key.algorithm().size());
    }

    /** The token that carries {@code payload}, written where it is signed. */
    String write(byte[] payload) {
        int signed = start.length + Base64Alphabet.encodedLength(payload.length);
        byte[] compact = new byte[signed + usualEnd];
        int length = ENCODER.encode(payload, compact); // to the beginning, because it is fast and can do no other
        System.arraycopy(compact, 0, compact, start.length, length);
        System.arraycopy(start, 0, compact, 0, start.length);
        byte[] signature = scheme.sign(compact, signed);
        int whole = signed + 1 + Base64Alphabet.encodedLength(signature.length);
        byte[] token = whole <= compact.length ? compact : Arrays.copyOf(compact, whole); // RSA's may be longer
        token[signed] = '.';
        Base64Alphabet.URL.encode(signature, token, signed + 1);
        return new String(token, 0, whole, StandardCharsets.ISO_8859_1);
    }
}
