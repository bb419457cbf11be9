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

    /** @param header the first segment of every token */
    CompactWriter(String header, SignatureScheme scheme) {
        this.start = (header + '.').getBytes(StandardCharsets.US_ASCII);
        this.scheme = scheme;
    }

    /** The token that carries {@code payload}. */
    String write(String payload) {
        byte[] content = payload.getBytes(StandardCharsets.UTF_8);
        int signed = start.length + Base64Alphabet.encodedLength(content.length);
        byte[] text = new byte[signed];
        int length = ENCODER.encode(content, text); // to the beginning, because it is fast and can do no other
        System.arraycopy(text, 0, text, start.length, length);
        System.arraycopy(start, 0, text, 0, start.length);
        byte[] signature = scheme.sign(text);
        byte[] compact = Arrays.copyOf(text, signed + 1 + Base64Alphabet.encodedLength(signature.length));
        compact[signed] = '.';
        Base64Alphabet.URL.encode(signature, compact, signed + 1);
        return new String(compact, StandardCharsets.ISO_8859_1);
    }
}
