package dev.keystile.http;

import java.security.Principal;

/** What a {@link RequestGate} decided. */
public sealed interface Admission {

    /**
     * The request may be served.
     *
     * @param caller who was verified; the gate's maker says which type it has
     */
    record Admitted(Principal caller) implements Admission {}

    /**
     * The request must not be served.
     *
     * @param answer what to send instead
     */
    record TurnedAway(AuthResponse answer) implements Admission {}
}
