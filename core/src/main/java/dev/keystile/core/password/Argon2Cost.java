package dev.keystile.core.password;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one Argon2id computation costs, in the names of RFC 9106: memory m in KiB, passes t, lanes p. */
record Argon2Cost(int memoryKib, int passes, int lanes) {

    private static final int MAX_MEMORY_KIB = 256 * 1024;
    private static final int MAX_PASSES = 16;
    private static final int MAX_LANES = 16;
    private static final int LEAST_KIB_PER_LANE = 8;

    /** The names that a hash carries them by, in the order in which the reference implementation writes them. */
    static final List<String> PARAMETERS = List.of("m", "t", "p");

    /** The cost that {@code stored}, which has these parameters, states: within bounds or not. */
    static Argon2Cost of(PhcString stored) {
        return new Argon2Cost(stored.parameter("m"), stored.parameter("t"), stored.parameter("p"));
    }

    Map<String, Integer> toParameters() {
        Map<String, Integer> parameters = new LinkedHashMap<>();
        parameters.put("m", memoryKib);
        parameters.put("t", passes);
        parameters.put("p", lanes);
        return parameters;
    }

    /** Whether the RFC knows it and a server can afford it. */
    boolean isWithinBounds() {
        return isWithin(1, lanes, MAX_LANES)
                && isWithin(1, passes, MAX_PASSES)
                && isWithin(LEAST_KIB_PER_LANE * lanes, memoryKib, MAX_MEMORY_KIB);
    }

    /** Whether it is no cheaper in memory and no cheaper in passes; lanes only divide the work. */
    boolean isAtLeast(Argon2Cost other) {
        return memoryKib >= other.memoryKib && passes >= other.passes;
    }

    private static boolean isWithin(int least, int value, int most) {
        return least <= value && value <= most;
    }
}
