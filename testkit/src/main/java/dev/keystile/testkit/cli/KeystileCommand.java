package dev.keystile.testkit.cli;

import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: what it is called, what its exit codes mean, and what happens when something fails. */
@Command(
        name = "keystile",
        description = "Signs requests, explains credentials, makes keys, and checks servers against the contracts.",
        subcommands = {SignCommand.class, ExplainCommand.class, KeysCommand.class, ConformanceCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = KeystileCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it worked; the credential holds; no check failed",
            "1:the credential is refused; a check failed",
            "2:it was called wrongly, or a secret is missing",
            "3:the server can't be reached, or a file can't be written"
        },
        footer = {
            "",
            "Secrets come from the environment or from standard input, never from arguments, which others on the machine can read."
        })
final class KeystileCommand implements Runnable {

    static final int REFUSED = 1;
    static final int WRONG_USAGE = 2;
    static final int FAILED = 3;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli hands the spec in
    KeystileCommand() {}

    /** The program itself. */
    static void start(String... args) {
        Terminal terminal = new Terminal(System.in, System.getenv(), Clock.systemUTC());
        System.exit(of(terminal).execute(args));
    }

    static CommandLine of(Terminal terminal) {
        return new CommandLine(new KeystileCommand(), new TerminalFactory(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, command));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command.");
    }

    private static int tell(Exception failure, CommandLine command) {
        boolean wrongUsage = failure instanceof IllegalArgumentException;
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(String.valueOf(failure.getMessage())));
        err.flush();
        return wrongUsage ? WRONG_USAGE : FAILED;
    }

    /** From the manifest of the JAR. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = KeystileCommand.class.getPackage().getImplementationVersion();
            return new String[] {"keystile " + (version == null ? "(not from a JAR)" : version)};
        }
    }

    /** Hands the terminal to whichever command wants it. */
    private record TerminalFactory(Terminal terminal) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
            } catch (NoSuchMethodException wantsNone) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
