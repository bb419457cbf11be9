package dev.keystile.store.memory;

/**
 * A change that may touch several families. They all point to it before it happens, so that whoever looks at them without a
 * lock sees all of it from one instant on, and none of it before. It happens once and is never taken back.
 */
final class Commit {

    private volatile boolean happened;

    void happen() {
        happened = true;
    }

    boolean hasHappened() {
        return happened;
    }
}
