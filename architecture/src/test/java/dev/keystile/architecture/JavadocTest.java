package dev.keystile.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Whatever a user can see says what it is for. That it says so correctly is checked by the compiler's doclint. */
class JavadocTest {

    @Test
    void everyPublicTypeAndMethodIsDocumented() {
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            assertThat(UndocumentedApi.in(files.getJavaFileObjectsFromPaths(SourceFiles.publishedBelow(House.root()))))
                    .isEmpty();
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    @Test
    void whatIsVisibleWithoutAWordIsFound() {
        assertThat(undocumentedIn("""
                public class Silent {
                    public Silent() {}
                    protected void act() {}
                    public interface Inner { void call(); }
                    public record Pair(int a) {}
                }
                """))
                .containsExactly("Silent", "Silent.<init>", "Silent.act", "Inner", "Inner.call", "Pair");
    }

    @Test
    void whatIsHiddenInheritedOrARecordsConstructorNeedsNoWord() {
        assertThat(undocumentedIn("""
                class Hidden { public void act() {} }
                /** Said. */
                public class Spoken {
                    Spoken() {}
                    private void act() {}
                    @Override public String toString() { return ""; }
                    class Inner { public void act() {} }
                    /** Said. */
                    public record Pair(int a) { public Pair {} }
                }
                """)).isEmpty();
    }

    private static List<String> undocumentedIn(String source) {
        return UndocumentedApi.in(List.of(SourceText.of(source)));
    }
}
