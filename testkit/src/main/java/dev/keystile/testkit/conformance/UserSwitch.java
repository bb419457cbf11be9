package dev.keystile.testkit.conformance;

/** Disables the target's active user and enables it again; for servers that a test can reach from inside. */
@FunctionalInterface
public interface UserSwitch {

    /** Disables the active user, or enables it. Shows at once in every request that follows. */
    void disable(boolean disabled);
}
