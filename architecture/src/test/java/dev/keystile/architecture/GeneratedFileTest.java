package dev.keystile.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFileTest {

    @TempDir
    private Path directory;

    @Test
    void aFileThatSaysTheSameHasNotDrifted() throws IOException {
        assertThat(GeneratedFile.drift(committed("a\nb\n"), "a\nb\n")).isEmpty();
    }

    @Test
    void theFirstLineThatTheFileLacksIsNamed() throws IOException {
        assertThat(GeneratedFile.drift(committed("a\n"), "a\nb\nc\n")).contains("First new line: b");
    }

    @Test
    void aLineTooManyIsDrift() throws IOException {
        assertThat(GeneratedFile.drift(committed("a\nb\n"), "a\n"))
                .contains("Lines of it are gone, or in another order.");
    }

    @Test
    void aFileThatIsNotThereHasDrifted() {
        assertThat(GeneratedFile.drift(directory.resolve("none.md"), "a\n")).contains("There is no such file.");
    }

    private Path committed(String text) throws IOException {
        return Files.writeString(directory.resolve("page.md"), text);
    }
}
