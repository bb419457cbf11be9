package dev.keystile.architecture;

import static dev.keystile.architecture.NativeImage.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A native image leaves out whatever nobody named; so every resource of a published module is named. */
class NativeImageTest {

    private static Stream<PublishedModule> modulesWithResources() {
        return PublishedModule.below(House.root()).stream()
                .filter(module -> !NativeImage.resourcesOf(module).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("modulesWithResources")
    void everyResourceIsNamed(PublishedModule module) {
        List<String> resources = NativeImage.resourcesOf(module);

        GeneratedFile.prove(file(module, "reachability-metadata.json"), NativeImage.reachability(resources));
        GeneratedFile.prove(file(module, "resource-config.json"), NativeImage.resourceConfig(resources));
    }

    @Test
    void theScriptsOfBothStoresAreResources() {
        assertThat(modulesWithResources().flatMap(module -> NativeImage.resourcesOf(module).stream()))
                .contains("dev/keystile/store/jdbc/h2/schema.sql", "dev/keystile/store/redis/issue.lua");
    }

    @Test
    void aNameIsTakenLiterallyInBothFormats() {
        assertThat(NativeImage.reachability(List.of("a/b.sql")))
                .isEqualTo("{\n  \"resources\": [\n    {\"glob\": \"a/b.sql\"}\n  ]\n}\n");
        assertThat(NativeImage.resourceConfig(List.of("a/b.sql"))).contains("{\"pattern\": \"\\\\Qa/b.sql\\\\E\"}");
    }
}
