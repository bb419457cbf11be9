package dev.keystile.testkit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.caa.CaaAlgorithm;
import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.RequestBinding;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keystile sign}: a header, or a whole curl line. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "Signs a request by the Caa scheme and prints the header, or with --curl a whole line to paste.",
        footer = {
            "",
            "The secret key is KEYSTILE_SECRET_KEY, or the first line of standard input.",
            "  curl -H \"$(keystile sign --action user:personal-profile)\" http://127.0.0.1:3003/api/user/personal"
        })
final class SignCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--action",
            required = true,
            description = "What the request is signed for, as the server names it.")
    private String action;

    @Option(names = "--api-key", description = "The api key; KEYSTILE_API_KEY unless told.")
    private @Nullable String apiKey;

    @Option(
            names = "--algorithm",
            defaultValue = "HMAC_SHA1",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless told.")
    private CaaAlgorithm algorithm;

    @Option(names = "--at", description = "The time of the signature in Unix milliseconds; now unless told.")
    private @Nullable Long at;

    @Option(names = "--curl", paramLabel = "URL", description = "Print a curl line for this address.")
    private @Nullable URI curl;

    @Option(names = "--method", defaultValue = "GET", description = "The method of the curl line; GET unless told.")
    private String method;

    @Option(names = "--data", description = "The body of the curl line, sent as application/json.")
    private @Nullable String data;

    @Option(names = "--bind", description = "Sign method, target and body as well; needs --curl.")
    private boolean bind;

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    SignCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String key = terminal.variable("KEYSTILE_API_KEY")
                .filter(set -> apiKey == null)
                .orElse(apiKey);
        if (key == null) {
            throw new IllegalArgumentException("The api key is missing; say --api-key, or set KEYSTILE_API_KEY.");
        }
        CaaSigner signer = CaaSigner.of(key, terminal.secret("KEYSTILE_SECRET_KEY", "secret key"))
                .using(algorithm)
                .at(at == null ? terminal.clock() : Clock.fixed(Instant.ofEpochMilli(at), ZoneOffset.UTC));
        String header = "Authorization: " + signer.sign(action, binding());
        spec.commandLine().getOut().println(curl == null ? header : curlLine(curl, header));
        return 0;
    }

    private RequestBinding binding() {
        if (!bind) {
            return RequestBinding.none();
        }
        if (curl == null) {
            throw new IllegalArgumentException("--bind signs the target of a request; say which by --curl URL.");
        }
        String query = curl.getRawQuery() == null ? "" : "?" + curl.getRawQuery();
        String path = curl.getRawPath().isEmpty() ? "/" : curl.getRawPath();
        return RequestBinding.of(method, path + query, (data == null ? "" : data).getBytes(UTF_8));
    }

    private String curlLine(URI address, String header) {
        String body = data == null ? "" : " -H 'Content-Type: application/json' --data-raw " + quoted(data);
        return "curl -i -X " + quoted(method) + " " + quoted(address.toString()) + " -H " + quoted(header) + body;
    }

    /** As a shell reads it back, whatever is in it. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
