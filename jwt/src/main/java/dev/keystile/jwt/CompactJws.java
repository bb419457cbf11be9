package dev.keystile.jwt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

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
        if (compact.length() > maxLength) {
            return Optional.empty();
        }
        // Latin-1 turns every character beyond it into '?', which is outside the alphabet.
        byte[] text = compact.getBytes(StandardCharsets.ISO_8859_1);
        int firstDot = compact.indexOf('.');
        int secondDot = compact.indexOf('.', firstDot + 1);
        boolean wellShaped = firstDot >= 0
                && secondDot >= 0
                && Base64Url.isCanonical(text, 0, firstDot)
                && Base64Url.isCanonical(text, firstDot + 1, secondDot)
                && Base64Url.isCanonical(text, secondDot + 1, text.length);
        return wellShaped ? Optional.of(new CompactJws(text, firstDot, secondDot)) : Optional.empty();
    }

    byte[] header() {
        return decode(0, firstDot);
    }

    byte[] payload() {
        return decode(firstDot + 1, secondDot);
    }

    byte[] signature() {
        return decode(secondDot + 1, text.length);
    }

    /** What was signed: both segments and the dot between them. */
    byte[] signingInput() {
        return Arrays.copyOf(text, secondDot);
    }

    private byte[] decode(int start, int end) {
        return Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, start, end));
    }
}
