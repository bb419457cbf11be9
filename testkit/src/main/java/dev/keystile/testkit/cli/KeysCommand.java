package dev.keystile.testkit.cli;

import dev.keystile.core.RandomBytes;
import dev.keystile.json.JsonWriter;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.TokenAlgorithm;
import java.time.LocalDate;
import java.util.Base64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keystile keys}: secrets and rings, printed and kept nowhere. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Makes secrets and key rings by the platform's strong random source, and prints them.",
            "What is printed is a secret: send it into a file that you alone can read, or into your vault."
        })
final class KeysCommand implements Runnable {

    private static final int SEALING_KEY_LENGTH = 32;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli hands the spec in
    KeysCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "secret",
            mixinStandardHelpOptions = true,
            description = "A secret for tokens in base64, as HmacSecret.ofBase64 takes it.")
    int secret(
            @Option(names = "--algorithm", defaultValue = "HS256", description = "HS256 unless told, HS384 or HS512.")
                    TokenAlgorithm algorithm) {
        return print(HmacSecret.generate(algorithm, RandomBytes.secure()).reveal());
    }

    @Command(
            name = "sealing",
            mixinStandardHelpOptions = true,
            description = "32 bytes in base64 for SealingKeys, which pairs are sealed with at rest.")
    int sealing() {
        return print(Base64.getEncoder().encodeToString(RandomBytes.secure().next(SEALING_KEY_LENGTH)));
    }

    @Command(
            name = "ring",
            mixinStandardHelpOptions = true,
            description = {
                "Keys for a KeyRing, a JWK with its private half a line, each as TokenKey.fromJwk takes it.",
                "The first one is the current key."
            })
    int ring(
            @Option(
                            names = "--algorithm",
                            defaultValue = "ES256",
                            description = "HS256, HS384, HS512, ES256 (unless told) or ED25519.")
                    TokenAlgorithm algorithm,
            @Option(names = "--keys", defaultValue = "1", description = "How many; one unless told.") int count) {
        if (count < 1 || count > 100) {
            throw new IllegalArgumentException("A ring has 1 to 100 keys, not " + count + ".");
        }
        String today = LocalDate.now(terminal.clock()).toString();
        for (int i = 1; i <= count; i++) {
            print(JsonWriter.write(NewJwk.of(algorithm, count == 1 ? today : today + "-" + i)));
        }
        return 0;
    }

    private int print(String line) {
        spec.commandLine().getOut().println(line);
        return 0;
    }
}
