package dev.keystile.codec;

import java.nio.charset.StandardCharsets;

/** Tells texts that have a UTF-8 form, no control characters, or nothing but plain ASCII, from those that don't. */
public final class UnicodeText {

    private static final char DEL = 0x7F;

    private static final char LAST_OF_C1 = 0x9F;
    private static final String NOT_PLAIN = "\"\\?";

    private UnicodeText() {}

    /**
     * Whether {@code text} holds no unpaired surrogate. Java writes each of those as {@code ?} when it encodes, so that
     * different texts would become one.
     */
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) && !(Character.isHighSurrogate(c) && isLowSurrogateAt(++i, text))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code text} holds a control character, ASCII's or those from U+0080 to U+009F. */
    public static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= DEL && c <= LAST_OF_C1)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether {@code text} is surely nothing but printable ASCII without quotes and backslashes: what JSON writes as it is. A text with a
     * question mark isn't surely so, because that is also what comes of an unpaired surrogate.
     */
    public static boolean isSurelyPlain(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (bytes.length - at >= EightCharacters.COUNT) {
            long eight = EightCharacters.at(bytes, at);
            if (!EightCharacters.areAll(EightCharacters.printableBut(NOT_PLAIN, eight), eight)) {
                return false;
            }
            at += EightCharacters.COUNT;
        }
        while (at < bytes.length && bytes[at] >= ' ' && bytes[at] < DEL && NOT_PLAIN.indexOf(bytes[at]) < 0) {
            at++;
        }
        return at == bytes.length;
    }

    private static boolean isLowSurrogateAt(int index, String text) {
        return index < text.length() && Character.isLowSurrogate(text.charAt(index));
    }
}
