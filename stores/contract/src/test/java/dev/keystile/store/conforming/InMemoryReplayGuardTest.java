package dev.keystile.store.conforming;

import dev.keystile.store.ReplayGuard;
import dev.keystile.store.contract.ReplayGuardContract;
import dev.keystile.store.memory.InMemoryReplayGuard;

/** The embedded default keeps the contract. */
class InMemoryReplayGuardTest extends ReplayGuardContract {

    @Override
    protected ReplayGuard newGuard() {
        return new InMemoryReplayGuard();
    }

    @Override
    protected int rounds() {
        return 1000;
    }
}
