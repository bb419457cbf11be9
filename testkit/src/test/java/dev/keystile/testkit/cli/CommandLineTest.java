package dev.keystile.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.testkit.cli.CommandLineProcess.Run;
import dev.keystile.testkit.server.KeystileServer;
import dev.keystile.testkit.server.TokenState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a process: what it prints, where to, and how it ends. */
class CommandLineTest {

    private static final String API_KEY = "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=";
    private static final String SECRET_KEY = "fz/THFXY6gbW7eWh+qKtefvgY49IR2W4v6lpTNimsd0=";
    private static final String TIME = "1494908261599";
    private static final String PUBLISHED_HEADER =
            "Caa U3pnZ1U4ZGoyeGNlZ1hmWlZ4MXVjbS9oS2dyZThESWNrSFBveGtrbituMD06VkhUbllqc2NPTnJHWE11bWFHQ2h2VitRK1hvPSAx"
                    + "NDk0OTA4MjYxNTk5";
    private static final Map<String, String> NOTHING_SET = Map.of();
    private static final Map<String, String> SECRET_SET = Map.of("KEYSTILE_SECRET_KEY", SECRET_KEY);

    private static Run sign(Map<String, String> environment, String input, String... more) throws Exception {
        String[] arguments = new String[more.length + 9];
        String[] first = {
            "sign",
            "--action",
            "user:personal-profile",
            "--api-key",
            API_KEY,
            "--at",
            TIME,
            "--algorithm",
            "SHA1_DIGEST"
        };
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return CommandLineProcess.run(environment, input, arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sign", "explain", "keys", "conformance"})
    void everyCommandHelps(String command) throws Exception {
        Run run = command.isEmpty()
                ? CommandLineProcess.run(NOTHING_SET, "", "--help")
                : CommandLineProcess.run(NOTHING_SET, "", command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: keystile").doesNotContain("\u001B");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aCommandThatThereIsNotIsWrongUsage() throws Exception {
        Run run = CommandLineProcess.run(NOTHING_SET, "", "frobnicate");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("frobnicate");
        assertThat(run.out()).isEmpty();
    }

    /** The vector of the scheme's own public documentation. */
    @Test
    void aHeaderIsSignedWithASecretFromThePipe() throws Exception {
        Run run = sign(NOTHING_SET, SECRET_KEY + "\n");

        assertThat(run).isEqualTo(new Run(0, "Authorization: " + PUBLISHED_HEADER + System.lineSeparator(), ""));
    }

    @Test
    void aCurlLineIsSignedWithASecretFromTheEnvironment() throws Exception {
        Run run = sign(SECRET_SET, "", "--curl", "http://127.0.0.1:3003/a?b=it's");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo("curl -i -X GET 'http://127.0.0.1:3003/a?b=it'\\''s' -H 'Authorization: " + PUBLISHED_HEADER
                        + "'" + System.lineSeparator());
    }

    @Test
    void withoutASecretNothingIsSigned() throws Exception {
        Run run = sign(NOTHING_SET, "");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("set KEYSTILE_SECRET_KEY, or write it to standard input");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aSecretThatIsNoneIsNotQuoted() throws Exception {
        Run run = sign(NOTHING_SET, "not-quite-a-secret\n");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("The secretKey is not the canonical base64")
                .doesNotContain("not-quite");
    }

    @Test
    void aHeaderIsExplainedStageByStage() throws Exception {
        Run run = CommandLineProcess.run(
                SECRET_SET,
                "Authorization: " + PUBLISHED_HEADER + "\n",
                "explain",
                "--action",
                "user:personal-profile");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("ok +header .*SzggU8….*"))
                .anyMatch(line -> line.matches("ok +signature .*SHA1_DIGEST.*"))
                .anyMatch(line -> line.matches("refused +clock .*2017-05-16T04:17:41.599Z.*"));
        assertThat(run.out()).doesNotContain(API_KEY).doesNotContain(SECRET_KEY);
    }

    @Test
    void aHeaderThatHoldsEndsWell() throws Exception {
        Run run = CommandLineProcess.run(
                SECRET_SET, PUBLISHED_HEADER, "explain", "--action", "user:personal-profile", "--at", TIME);

        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aHeaderForAnotherActionShowsWhatWouldBeSigned() throws Exception {
        Run run = CommandLineProcess.run(SECRET_SET, PUBLISHED_HEADER, "explain", "--action", "a:b", "--at", TIME);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("?action=a:b&apiKey=SzggU8…&timestamp=" + TIME);
    }

    @Test
    void whatIsNeitherIsToldWhy() throws Exception {
        Run run = CommandLineProcess.run(NOTHING_SET, "Basic YTpi", "explain");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("doesn't begin with 'Caa'");
    }

    @Test
    void aTokenIsExplainedWithoutItsSignature() throws Exception {
        String token = KeystileServer.withUser("13800138000", "keystile").token(TokenState.EXPIRED);
        Run run = CommandLineProcess.run(NOTHING_SET, "Bearer " + token, "explain");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("the /tokens dialect").doesNotContain(token.split("\\.", -1)[2]);
    }

    @Test
    void aTokenSignedWithAnotherSecretIsRefused() throws Exception {
        String token = KeystileServer.withUser("13800138000", "keystile").bearerToken(TokenState.VALID);
        String secret =
                CommandLineProcess.run(NOTHING_SET, "", "keys", "secret").out();
        Run run = CommandLineProcess.run(Map.of("KEYSTILE_JWT_SECRET", secret.strip()), token, "explain");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("WRONG_SIGNATURE").doesNotContain(secret.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS512", "ES256", "ED25519"})
    void aRingIsAKeyALineThatTheLibraryTakes(String algorithm) throws Exception {
        Run run = CommandLineProcess.run(NOTHING_SET, "", "keys", "ring", "--keys", "2", "--algorithm", algorithm);

        assertThat(run.out().lines().map(TokenKey::fromJwk))
                .hasSize(2)
                .allMatch(TokenKey::canSign)
                .allMatch(key -> key.algorithm() == TokenAlgorithm.valueOf(algorithm));
    }

    @Test
    void aServerIsCheckedAndTheTableIsForAPipe(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("report.md");
        try (KeystileServer server =
                KeystileServer.withUser("13800138000", "keystile").start()) {
            Run run = CommandLineProcess.run(
                    Map.of("KEYSTILE_PASSWORD", "keystile"),
                    "",
                    "conformance",
                    server.address().toString(),
                    "--mobile=13800138000",
                    "--name=demo",
                    "--only=login.grant",
                    "--markdown=" + file);
            assertThat(run.out()).contains("Key grant").doesNotContain("\u001B").doesNotContain("keystile\"");
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
        }
        assertThat(Files.readString(file)).contains("| login.grant |");
    }

    @Test
    void aServerThatBreaksTheContractsIsTold() throws Exception {
        try (KeystileServer server =
                KeystileServer.withUser("13800138000", "keystile").start()) {
            Run run = CommandLineProcess.run(
                    Map.of("KEYSTILE_PASSWORD", "another"),
                    "",
                    "conformance",
                    server.address().toString(),
                    "--mobile=13800138000",
                    "--name=demo",
                    "--only=login.grant");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).contains("FAILED login.grant");
        }
    }

    @Test
    void aServerThatIsNotThereIsToldOnce() throws Exception {
        Run run = CommandLineProcess.run(
                Map.of("KEYSTILE_PASSWORD", "keystile"),
                "",
                "conformance",
                "http://127.0.0.1:1",
                "--mobile=13800138000",
                "--name=demo");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines())
                .containsExactly("Nobody listens at http://127.0.0.1:1; start the server, or correct the address.");
    }
}
