package dev.keystile.core;

/** What a login does while the user still has a live pair. The default is {@link #reuse()}. */
public sealed interface LoginPolicy {

    /** The live pair is returned again, its expiry unchanged; the newest one if a former policy left several. */
    record Reuse() implements LoginPolicy {}

    /** Single device: the new pair lives, every older one dies. */
    record Replace() implements LoginPolicy {}

    /**
     * One pair per login; past {@code max} live pairs the oldest login dies.
     *
     * @param max how many pairs may live at once, 1 to 1000
     */
    record Independent(int max) implements LoginPolicy {

        private static final int LARGEST = 1000;

        /** @throws IllegalArgumentException if {@code max} is not within 1 to 1000 */
        public Independent {
            if (max < 1 || max > LARGEST) {
                throw new IllegalArgumentException(
                        "INDEPENDENT(n) keeps 1 to " + LARGEST + " pairs a user, not " + max + ".");
            }
        }
    }

    /** The live pair again: {@link Reuse}. */
    static LoginPolicy reuse() {
        return new Reuse();
    }

    /** A single device: {@link Replace}. */
    static LoginPolicy replace() {
        return new Replace();
    }

    /** Up to {@code max} logins side by side: {@link Independent}. */
    static LoginPolicy independent(int max) {
        return new Independent(max);
    }
}
