package dev.keystile.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Packages stay small, know each other in one direction, and say what may be null. */
class PackagesTest {

    private static final int MOST_PUBLIC_TYPES = 12;

    private static final ArchRule NO_CYCLES =
            slices().matching("dev.keystile.(**)").should().beFreeOfCycles();

    private static final ArchRule FEW_PUBLIC_TYPES =
            all(packages()).should(have("at most " + MOST_PUBLIC_TYPES + " public types", PackagesTest::crowd));

    private static final ArchRule NULL_MARKED =
            all(packages()).should(have("a package-info under @NullMarked", PackagesTest::vagueness));

    private static Optional<String> crowd(JavaPackage candidate) {
        List<String> publicTypes = candidate.getClasses().stream()
                .filter(type -> type.isTopLevelClass() && !type.isArray())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
        return publicTypes.size() > MOST_PUBLIC_TYPES
                ? Optional.of("has " + publicTypes.size() + " public types: " + publicTypes)
                : Optional.empty();
    }

    private static Optional<String> vagueness(JavaPackage candidate) {
        boolean nullMarked = candidate
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
        return nullMarked ? Optional.empty() : Optional.of("has no package-info under @NullMarked");
    }

    private static ClassesTransformer<JavaPackage> packages() {
        return new AbstractClassesTransformer<>("packages") {
            @Override
            public Set<JavaPackage> doTransform(JavaClasses classes) {
                return classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
            }
        };
    }

    private static ArchCondition<JavaPackage> have(String virtue, Function<JavaPackage, Optional<String>> fault) {
        return new ArchCondition<>("have " + virtue) {
            @Override
            public void check(JavaPackage candidate, ConditionEvents events) {
                fault.apply(candidate)
                        .map(found -> candidate.getName() + " " + found)
                        .ifPresent(message -> events.add(SimpleConditionEvent.violated(candidate, message)));
            }
        };
    }

    @Test
    void packagesKnowEachOtherInOneDirection() {
        NO_CYCLES.check(House.classes());
    }

    @Test
    void packagesHaveFewPublicTypes() {
        FEW_PUBLIC_TYPES.check(House.classes());
    }

    @Test
    void packagesSayWhatMayBeNull() {
        NULL_MARKED.check(House.classes());
    }

    @Test
    void aCycleIsRefused() {
        Planted.source("""
                package dev.keystile.there;
                public class Forth { dev.keystile.back.Back back; }
                """, """
                package dev.keystile.back;
                public class Back { dev.keystile.there.Forth forth; }
                """).breaks(NO_CYCLES);
    }

    @Test
    void aCycleBetweenAPackageAndItsOwnSubpackageIsRefused() {
        Planted.source("""
                package dev.keystile.there;
                public class Forth { dev.keystile.there.below.Back back; }
                """, """
                package dev.keystile.there.below;
                public class Back { dev.keystile.there.Forth forth; }
                """).breaks(NO_CYCLES);
    }

    @Test
    void oneDirectionIsFine() {
        Planted.source("""
                package dev.keystile.there;
                public class Forth { dev.keystile.back.Back back; }
                """, """
                package dev.keystile.back;
                public class Back {}
                """).keeps(NO_CYCLES);
    }

    @Test
    void aThirteenthPublicTypeIsRefused() {
        publicTypes(MOST_PUBLIC_TYPES + 1).breaks(FEW_PUBLIC_TYPES, "dev.keystile.crowd");
    }

    @Test
    void twelvePublicTypesAreFineWhateverTheyHide() {
        publicTypes(MOST_PUBLIC_TYPES).keeps(FEW_PUBLIC_TYPES);
    }

    @Test
    void aPackageThatSaysNothingOfNullIsRefused() {
        Planted.source("""
                package dev.keystile.vague;
                class Anything {}
                """).breaks(NULL_MARKED, "dev.keystile.vague");
    }

    @Test
    void aNullMarkedPackageIsFine() {
        Planted.source("""
                package dev.keystile.clear;
                class Anything {}
                """, """
                @org.jspecify.annotations.NullMarked
                package dev.keystile.clear;
                """).keeps(NULL_MARKED);
    }

    /** Each with a public type inside, a hidden one beside and an array of itself, which don't count. */
    private static Planted publicTypes(int count) {
        return Planted.source(IntStream.range(0, count).mapToObj("""
                        package dev.keystile.crowd;
                        public enum Face%1$d { ; public static class Inner {} }
                        class Hidden%1$d {}
                        """::formatted).toArray(String[]::new));
    }
}
