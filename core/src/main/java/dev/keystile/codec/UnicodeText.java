package dev.keystile.codec;

/** Tells texts that have a UTF-8 form, or no control characters, from those that don't. */
public final class UnicodeText {

    /** DEL, which leads those from U+0080 on. */
    private static final char FIRST_OF_C1 = 0x7F;

    private static final char LAST_OF_C1 = 0x9F;

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
            if (c < ' ' || (c >= FIRST_OF_C1 && c <= LAST_OF_C1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLowSurrogateAt(int index, String text) {
        return index < text.length() && Character.isLowSurrogate(text.charAt(index));
    }
}
