package dev.keystile.store.jdbc.fault;

import dev.keystile.store.contract.history.Intent;
import java.util.Optional;

/** What is asked of one login under faults. Its credentials, or tokens, go by names; the first is called {@link #FIRST}. */
interface LoginCalls {

    String FIRST = "first";

    /**
     * Presents {@code held}, to be succeeded by {@code candidate}.
     *
     * @return what is held afterwards, if anything
     */
    Optional<String> refresh(String held, String candidate);

    /** Whether {@code name} is alive. */
    boolean isAlive(String name);

    /** {@link #refresh}, as it stands in a history. */
    record Refresh(String held, String candidate) implements Intent<LoginCalls, Optional<String>> {

        @Override
        public Optional<String> on(LoginCalls login) {
            return login.refresh(held, candidate);
        }
    }

    /** {@link #isAlive}, as it stands in a history. */
    record Look(String name) implements Intent<LoginCalls, Boolean> {

        @Override
        public Boolean on(LoginCalls login) {
            return login.isAlive(name);
        }
    }
}
