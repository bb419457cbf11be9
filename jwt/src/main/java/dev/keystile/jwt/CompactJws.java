package dev.keystile.jwt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token taken apart (RFC 7515, section 7.1): three segments of canonical base64url, two dots, nothing else. */
final class CompactJws {

    private final byte[] text;
    private final int firstDot;
    private final int secondDot;

    private CompactJws(byte[] text, int firstDot, int secondDot) {
        this.text = text;
        this.firstDot = firstDot;
        this.secondDot = secondDot;
    }

    /** Nothing unless {@code compact} has that shape and at most {@code maxLength} characters, which is looked at first. */
    static Optional<CompactJws> split(String compact, int maxLength) {
        return Optional.ofNullable(compact.length() > maxLength ? null : cut(compact))
                .filter(CompactJws::isCanonical);
    }

    /** {@code compact} cut at its first two dots, if it has as many; whether the segments are canonical is still to be seen. */
    static @Nullable CompactJws cut(String compact) {
        // Latin-1 turns every character beyond it into '?', which is outside the alphabet, and a surrogate pair into
        // one.
        byte[] text = compact.getBytes(StandardCharsets.ISO_8859_1);
        int firstDot = compact.indexOf('.');
        int secondDot = compact.indexOf('.', firstDot + 1);
        return firstDot < 0 || secondDot < 0 || text.length != compact.length()
                ? null
                : new CompactJws(text, firstDot, secondDot);
    }

    boolean isCanonical() {
        return Base64Url.isCanonical(text, 0, firstDot)
                && hasCanonicalPayload()
                && Base64Url.isCanonical(text, secondDot + 1, text.length);
    }

    /** Of a canonical one. */
    byte[] header() {
        return decode(0, firstDot);
    }

    /** Of a canonical one. */
    byte[] payload() {
        return decode(firstDot + 1, secondDot);
    }

    byte @Nullable [] signature() {
        return Base64Url.decode(text, secondDot + 1, text.length);
    }

    /** Whether {@code signature} is one that {@code scheme} makes of both segments and the dot between them. */
    boolean isSigned(SignatureScheme scheme, byte[] signature) {
        return scheme.verifies(text, secondDot, signature);
    }

    /** How many bytes the signature of a canonical one has. */
    int signatureLength() {
        return (text.length - secondDot - 1) * 6 / Byte.SIZE;
    }

    /** How many characters were signed. */
    int signedLength() {
        return secondDot;
    }

    boolean hasCanonicalPayload() {
        return Base64Url.isCanonical(text, firstDot + 1, secondDot);
    }

    /** Of one whose signature holds; null if it isn't canonical. This envelope is of no use afterwards. */
    @Nullable
    Payload takePayload(PayloadDecoder decoder) {
        return decoder.decode(text, firstDot + 1, secondDot);
    }

    private byte[] decode(int start, int end) {
        return Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, start, end));
    }
}
