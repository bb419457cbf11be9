package dev.keystile.example.common;

import dev.keystile.store.StoreException;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody is told, instead of a stack trace alone, whose first try of an example doesn't start. */
public final class StartFailure {

    private static final int DEEPEST_CAUSE = 16;
    private static final int OTHER_PORT = 3004;

    private StartFailure() {}

    /** What went wrong and what to do about it; empty if nobody has thought of it. */
    public static Optional<String> remedy(Throwable failure, int port) {
        return causes(failure).flatMap(cause -> remedyOf(cause, port).stream()).findFirst();
    }

    private static Optional<String> remedyOf(Throwable cause, int port) {
        if (cause instanceof BindException) {
            return Optional.of("Port " + port + " is taken. Stop what listens there, or choose another one: add -Dport="
                    + (port == OTHER_PORT ? OTHER_PORT + 1 : OTHER_PORT) + " to the command.");
        }
        if (cause instanceof StoreException) {
            return Optional.of("The store of -Dstore can't be used. " + cause.getMessage() + " The first cause: "
                    + causes(cause).reduce(cause, (outer, inner) -> inner));
        }
        return Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }
}
