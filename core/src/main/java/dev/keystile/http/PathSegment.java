package dev.keystile.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** One segment of a path as RFC 3986 section 3.3 has it. */
final class PathSegment {

    private static final Pattern SHAPE = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*+");

    private PathSegment() {}

    /**
     * The text of {@code raw}, percent-decoded once, or nothing if it holds what has to be escaped, a broken escape, or escapes
     * that aren't UTF-8. A plus sign is a plus sign. Never throws.
     */
    static Optional<String> decode(String raw) {
        if (!SHAPE.matcher(raw).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '%') {
                bytes.put((byte) HexFormat.fromHexDigits(raw, i + 1, i + 3));
                i += 2;
            } else {
                bytes.put((byte) raw.charAt(i));
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
