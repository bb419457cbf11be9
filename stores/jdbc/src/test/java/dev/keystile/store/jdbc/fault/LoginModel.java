package dev.keystile.store.jdbc.fault;

import dev.keystile.store.contract.history.SequentialModel;
import java.util.Objects;
import java.util.Optional;

/**
 * One login, one call after the other: one name is alive; in a grace window, which is open all the time, its immediate
 * predecessor answers with it.
 */
final class LoginModel implements LoginCalls, SequentialModel<LoginModel> {

    private final boolean graceWindow;
    private String predecessor;
    private String alive;

    private LoginModel(boolean graceWindow, String predecessor, String alive) {
        this.graceWindow = graceWindow;
        this.predecessor = predecessor;
        this.alive = alive;
    }

    static LoginModel strict() {
        return new LoginModel(false, "", FIRST);
    }

    static LoginModel withGraceWindow() {
        return new LoginModel(true, "", FIRST);
    }

    @Override
    public Optional<String> refresh(String held, String candidate) {
        if (held.equals(alive)) {
            predecessor = held;
            alive = candidate;
            return Optional.of(candidate);
        }
        return graceWindow && held.equals(predecessor) ? Optional.of(alive) : Optional.empty();
    }

    @Override
    public boolean isAlive(String name) {
        return name.equals(alive);
    }

    @Override
    public LoginModel copy() {
        return new LoginModel(graceWindow, predecessor, alive);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoginModel that && predecessor.equals(that.predecessor) && alive.equals(that.alive);
    }

    @Override
    public int hashCode() {
        return Objects.hash(predecessor, alive);
    }
}
