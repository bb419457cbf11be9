package dev.keystile.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whose JDK is too old is told so before anything is compiled, for the build and for the demo alike. */
class ToolsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void aJdkThatIsTooOldIsNamedWithTheOneThatIsNeeded() throws Exception {
        MavenRun run = MavenRun.in(ROOT, "-Djava.version=11.0.2", "--non-recursive", "validate");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.log())
                .contains("Keystile is built and run on JDK 17 or later, and this is 11.0.2")
                .contains("let JAVA_HOME name its folder");
    }
}
