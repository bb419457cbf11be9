package dev.keystile.jwt;

import dev.keystile.codec.Base64Alphabet;
import dev.keystile.codec.Shelf;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Decodes payloads that a key of ours has signed, by the decoder of the JDK, of which the JVM has a fast version. It throws where a
 * character isn't of the alphabet, which is slow; but nobody without the key can make it. And it takes whole arrays: most tokens of
 * one kind have the same length, so one array serves one after the other. Safe for use by many threads.
 */
final class PayloadDecoder {

    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final int LONGEST_KEPT = 1024;

    private final Shelf<byte[]> segments = new Shelf<>(() -> new byte[0]);

    /**
     * What {@code text} spells from {@code start} up to {@code end}, or null if it isn't canonical. Takes the place of {@code text},
     * which is of no use afterwards.
     */
    @Nullable
    Payload decode(byte[] text, int start, int end) {
        if (!Base64Alphabet.URL.endsCanonically(text, start, end)) {
            return null;
        }
        byte[] segment = segments.take();
        if (segment.length != end - start) {
            segment = new byte[end - start];
        }
        System.arraycopy(text, start, segment, 0, segment.length);
        try {
            return new Payload(text, 0, DECODER.decode(segment, text));
        } catch (IllegalArgumentException outsideTheAlphabet) {
            return null;
        } finally {
            clear(segment);
        }
    }

    private void clear(byte[] segment) {
        if (segment.length <= LONGEST_KEPT) {
            Arrays.fill(segment, (byte) 0);
            segments.giveBack(segment);
        }
    }
}
