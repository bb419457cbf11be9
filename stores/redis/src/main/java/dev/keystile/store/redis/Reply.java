package dev.keystile.store.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a script answers: a word, and what goes with it.
 *
 * @param parts the word first
 */
record Reply(List<?> parts) {

    static Reply of(Object answer) {
        return new Reply((List<?>) answer);
    }

    String word() {
        return new String(bytes(0), StandardCharsets.US_ASCII);
    }

    byte[] bytes(int part) {
        return (byte[]) parts.get(part);
    }

    /** Whether there is more than the word. */
    boolean hasMore() {
        return parts.size() > 1;
    }

    /** A word that the scripts beside this class don't say. */
    IllegalStateException unheardOf() {
        return new IllegalStateException("No script answers '" + word() + "'; take the JAR as it was published.");
    }
}
