package dev.keystile.testkit.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keystile explain}: what a header or a token is, and why it is refused. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what a header or a token is and why it is refused, stage by stage, with secrets masked.",
            "The credential is the first line of standard input: a Caa header, or a token with or without 'Bearer'."
        },
        footer = {
            "",
            "With KEYSTILE_SECRET_KEY and --action the signature of a Caa header is looked at, with KEYSTILE_JWT_SECRET (base64) that",
            "of a token. Without, it is told what is claimed. What only the server knows (spent, revoked, user gone) it can't tell."
        })
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--action", description = "What the header should be signed for.")
    private @Nullable String action;

    @Option(names = "--issuer", description = "The 'iss' that the server wants; what the token claims unless told.")
    private @Nullable String issuer;

    @Option(names = "--audience", description = "The 'aud' that the server wants; what the token claims unless told.")
    private @Nullable String audience;

    @Option(names = "--at", description = "The server's clock in Unix milliseconds; this machine's unless told.")
    private @Nullable Long at;

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String credential = withoutName(terminal.line()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is nothing to explain; write a header or a token to standard input.")));
        Clock clock = at == null ? terminal.clock() : Clock.fixed(Instant.ofEpochMilli(at), ZoneOffset.UTC);
        List<Finding> findings = isToken(credential)
                ? new TokenExplanation(clock, terminal.variable("KEYSTILE_JWT_SECRET"), issuer, audience)
                        .of(withoutScheme(credential))
                : new HeaderExplanation(clock, terminal.variable("KEYSTILE_SECRET_KEY"), action).of(credential);
        Ansi ansi = terminal.isColourful() ? Ansi.ON : Ansi.OFF;
        findings.forEach(finding -> spec.commandLine().getOut().println(finding.line(ansi)));
        boolean refused = findings.stream().anyMatch(finding -> finding.mark() == Finding.Mark.REFUSED);
        return refused ? KeystileCommand.REFUSED : 0;
    }

    private static boolean isToken(String credential) {
        return withoutScheme(credential).chars().filter(c -> c == '.').count() == 2;
    }

    private static String withoutName(String line) {
        String name = "authorization:";
        return line.toLowerCase(Locale.ROOT).startsWith(name)
                ? line.substring(name.length()).strip()
                : line;
    }

    private static String withoutScheme(String credential) {
        String scheme = "bearer ";
        return credential.toLowerCase(Locale.ROOT).startsWith(scheme)
                ? credential.substring(scheme.length())
                : credential;
    }
}
