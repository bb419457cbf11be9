package dev.keystile.testkit.cli;

import dev.keystile.jwt.HmacSecret;
import dev.keystile.testkit.ConformanceSuite;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.ConformanceTargetBuilder;
import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.TestUser;
import dev.keystile.testkit.conformance.TokenFacts;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keystile conformance}: the suite against any server. */
@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a server against the contracts, over HTTP and from outside.",
            "It logs in, refreshes and logs out as the user whom you name, hundreds of times: give it a user of its own, and no",
            "server that people use."
        },
        footer = {
            "",
            "The user's password is KEYSTILE_PASSWORD, or the first line of standard input. With KEYSTILE_JWT_SECRET (base64), --issuer",
            "and --audience the suite forges tokens, too."
        })
final class ConformanceCommand implements Callable<Integer> {

    private static final int CONNECT_MILLIS = 5_000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "The server's address, such as http://127.0.0.1:3003.")
    private URI server;

    @Option(names = "--mobile", required = true, description = "The mobile number of the user.")
    private String mobile;

    @Option(names = "--name", required = true, description = "The name of the user.")
    private String name;

    @Option(
            names = "--protected",
            paramLabel = "PATH",
            description = "A GET endpoint of yours behind the Caa check; needs --action.")
    private @Nullable String protectedPath;

    @Option(names = "--action", description = "What that endpoint is signed for.")
    private @Nullable String action;

    @Option(names = "--under", paramLabel = "PREFIX", description = "What stands before every path, such as /v2.")
    private @Nullable String prefix;

    @Option(
            names = "--mounting",
            split = ",",
            paramLabel = "OPERATION",
            description = "What is mounted, with commas between: ${COMPLETION-CANDIDATES}. Everything unless told.")
    private @Nullable List<Operation> mounted;

    @Option(names = "--issuer", description = "The 'iss' of its tokens.")
    private @Nullable String issuer;

    @Option(names = "--audience", description = "The 'aud' of its Bearer tokens.")
    private @Nullable String audience;

    @Option(names = "--only", paramLabel = "ID", description = "Run the checks whose id begins so, such as caa.header.")
    private @Nullable String only;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write every check and its outcome to this file.")
    private @Nullable Path markdown;

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    ConformanceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ConformanceTarget target = target();
        requireReachable();
        ConformanceReport report;
        try (Progress progress = new Progress(spec.commandLine().getErr(), terminal.isColourful())) {
            report = ConformanceSuite.run(
                    target, check -> only == null || check.id().startsWith(only), progress::show);
        }
        PrintWriter out = spec.commandLine().getOut();
        new ReportTable(report, terminal.isColourful()).print(out);
        if (markdown != null) {
            Files.writeString(markdown, report.toMarkdown());
        }
        return report.failed().isEmpty() ? 0 : KeystileCommand.REFUSED;
    }

    private ConformanceTarget target() {
        if ((protectedPath == null) != (action == null)) {
            throw new IllegalArgumentException("--protected and --action belong together; say both, or neither.");
        }
        String password = terminal.secret("KEYSTILE_PASSWORD", "user's password");
        ConformanceTargetBuilder target = ConformanceTarget.at(server, TestUser.of(mobile, password, name));
        if (protectedPath != null && action != null) {
            target.protectedEndpoint(protectedPath, action);
        }
        if (prefix != null) {
            target.under(prefix);
        }
        if (mounted != null) {
            target.mounting(EnumSet.copyOf(mounted));
        }
        terminal.variable("KEYSTILE_JWT_SECRET").ifPresent(base64 -> addTokens(target, base64));
        return target.build();
    }

    private void addTokens(ConformanceTargetBuilder target, String base64) {
        if (issuer == null) {
            throw new IllegalArgumentException("KEYSTILE_JWT_SECRET is set; say whose tokens it signs by --issuer.");
        }
        byte[] secret = Base64.getDecoder().decode(HmacSecret.ofBase64(base64).reveal());
        target.tokens(TokenFacts.of(secret, issuer));
        if (audience != null) {
            target.bearer(TokenFacts.of(secret, issuer, audience));
        }
    }

    /** Said once and clearly, rather than 826 times. */
    private void requireReachable() throws IOException {
        if (server.getHost() == null || !"http".equals(server.getScheme())) {
            throw new IllegalArgumentException(
                    "The address of the server is http://host:port, the port of the server itself and not of a proxy with TLS.");
        }
        int port = server.getPort() < 0 ? 80 : server.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), port), CONNECT_MILLIS);
        } catch (IOException unreachable) {
            throw new IOException(
                    "Nobody listens at " + server + "; start the server, or correct the address.", unreachable);
        }
    }
}
