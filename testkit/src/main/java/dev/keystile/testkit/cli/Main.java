package dev.keystile.testkit.cli;

/** Where the JAR begins. */
public final class Main {

    private Main() {}

    /** Runs the command that {@code args} name, and ends the process with its exit code. */
    public static void main(String... args) {
        KeystileCommand.start(args);
    }
}
