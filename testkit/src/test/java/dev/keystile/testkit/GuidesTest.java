package dev.keystile.testkit;

import static dev.keystile.testkit.assertion.KeystileAssertions.assertThatAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ApiKeyPair;
import dev.keystile.testkit.server.KeystileServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java of the guides is Java that was compiled, line by line, and it runs: as tests of {@link GuideSnippets}, and here. */
class GuidesTest extends GuideSnippets {

    private static final Path TESTS = Path.of("src/test/java/dev/keystile/testkit/GuideSnippets.java");
    private static final Path CLIENT_TESTS =
            Path.of("../caa-signature/src/test/java/dev/keystile/caa/client/OkHttpTest.java");
    private static final Pattern FENCED = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MARKED =
            Pattern.compile("^ *// \\[(\\w+)]\n(.*?)^ *// \\[\\1]$", Pattern.DOTALL | Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"client.md", "testing.md"})
    void aGuideShowsItsJavaAsItIsCompiled(String guide) throws IOException {
        List<String> shown = javaOf(guide);

        assertThat(shown).isNotEmpty();
        assertThat(compiled()).containsAll(shown);
    }

    @Test
    void everySnippetIsShownSomewhere() throws IOException {
        List<String> shown = new ArrayList<>(javaOf("client.md"));
        shown.addAll(javaOf("testing.md"));

        assertThat(shown).containsAll(compiled());
    }

    @Test
    void theClientOfTheGuideLogsInAndIsServed() throws Exception {
        try (KeystileServer own =
                KeystileServer.withUser("13800138000", "keystile").start()) {
            ApiKeyPair pair = logIn(own.address(), "13800138000", DigestUtils.md5Hex("keystile"));

            assertThatAnswer(ask(own.address(), pair, renewed -> {})).hasStatus(200);
        }
    }

    private static List<String> javaOf(String guide) throws IOException {
        return FENCED.matcher(Files.readString(Path.of("../docs", guide)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> compiled() throws IOException {
        return Stream.of(Files.readString(TESTS), Files.readString(CLIENT_TESTS))
                .flatMap(source -> MARKED.matcher(source).results())
                .map(match -> match.group(2).stripTrailing().stripIndent() + "\n")
                .toList();
    }
}
