package dev.keystile.soak.client;

import java.util.List;

/** The way to the server. */
interface Wire {

    /** Sends all {@code calls} at once, and waits for what becomes of each, in their order. */
    List<Heard> sayTogether(List<Call> calls);

    /** Sends one. */
    default Heard say(Call call) {
        return sayTogether(List.of(call)).get(0);
    }
}
