package dev.keystile.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the rules look at: the classes of every module that this one depends on, and the sources of all. */
final class House {

    /** What ends up in the JARs of servers; neither examples nor what serves tests alone. */
    static final DescribedPredicate<JavaClass> LIBRARY = not(resideInAnyPackage(
                    "dev.keystile.example..", "dev.keystile.testkit..", "dev.keystile.store.contract.."))
            .as("of the library");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.keystile");

    private House() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    /** The directory of the whole build, wherever below it the tests were started. */
    static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve(".mvn"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException(
                        "No directory above this one has a .mvn; run the tests inside the build.");
            }
        }
        return directory;
    }
}
