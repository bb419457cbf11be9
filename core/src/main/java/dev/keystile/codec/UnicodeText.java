package dev.keystile.codec;

/** Tells texts that have a UTF-8 form from those that don't. */
public final class UnicodeText {

    private UnicodeText() {}

    /**
     * Whether {@code text} holds no unpaired surrogate. Java writes each of those as {@code ?} when it encodes, so that
     * different texts would become one.
     */
    public static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE);
    }
}
