package dev.keystile.store.conforming;

import dev.keystile.store.contract.LoginThrottleContract;
import dev.keystile.store.memory.InMemoryLoginThrottle;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;

/** The embedded default keeps the contract. */
class InMemoryLoginThrottleTest extends LoginThrottleContract {

    @Override
    protected LoginThrottle newThrottle(ThrottlePolicy policy) {
        return new InMemoryLoginThrottle(policy, 1000);
    }

    @Override
    protected int rounds() {
        return 1000;
    }
}
