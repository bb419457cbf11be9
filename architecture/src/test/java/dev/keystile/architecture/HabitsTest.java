package dev.keystile.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ENUMS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library doesn't do, because whoever embeds it would suffer for it. */
class HabitsTest {

    private static final ArchRule NO_STANDARD_STREAMS =
            noLibraryClassShould(ACCESS_STANDARD_STREAMS).because("a server decides where its log goes, through SLF4J");

    private static final ArchRule NO_JAVA_UTIL_LOGGING = noLibraryClassShould(
                    dependOnClassesThat(resideInAPackage("java.util.logging..")))
            .because("a server decides where its log goes, through SLF4J");

    private static final ArchRule NO_OBJECT_STREAMS = noLibraryClassShould(
                    dependOnClassesThat(belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class)))
            .because("bytes from outside must not choose which classes are made");

    private static final ArchRule NOTHING_SERIALIZABLE =
            noLibraryClassShould(beSerializableByChoice()).because("a secret must not leave in a serialized session");

    private static final ArchRule NO_CLOCK_OF_ITS_OWN = noLibraryClassShould(reach(
                    "java.lang.System.currentTimeMillis()",
                    "java.time.Instant.now()",
                    "java.time.LocalDate.now()",
                    "java.time.LocalDateTime.now()",
                    "java.time.OffsetDateTime.now()",
                    "java.time.ZonedDateTime.now()",
                    "java.util.Date.<init>()"))
            .because("time comes from the injected clock, so that expiry is exact and can be tested");

    private static final ArchRule NO_GUESSABLE_RANDOMNESS = noLibraryClassShould(
                    dependOnClassesThat(belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class))
                            .or(reach("java.lang.Math.random()")))
            .because("keys and identifiers come from RandomBytes");

    private static final ArchRule NO_DECOMPRESSION = noLibraryClassShould(
                    dependOnClassesThat(resideInAPackage("java.util.zip..")))
            .because("what is small when it is checked must not be large when it is read");

    private static final ArchRule NO_UNSIGNED_TOKENS = noLibraryClassShould(
                    dependOnClassesThat(nameMatching("com\\.nimbusds\\..*\\.Plain(JWT|Object|Header)")))
            .because("a token without a signature is no token");

    private static ArchRule noLibraryClassShould(ArchCondition<JavaClass> condition) {
        return noClasses().that(House.LIBRARY).should(condition);
    }

    private static ArchCondition<JavaClass> reach(String... targets) {
        Set<String> names = Set.of(targets);
        DescribedPredicate<JavaAccess<?>> isOneOfThem = DescribedPredicate.describe(
                "target is one of " + names,
                access -> names.contains(access.getTarget().getFullName()));
        return accessTargetWhere(isOneOfThem);
    }

    private static ArchCondition<JavaClass> beSerializableByChoice() {
        return ArchCondition.from(assignableTo(Serializable.class)
                .and(not(ENUMS))
                .and(not(assignableTo(Throwable.class)))
                .as("serializable, neither an enum nor an exception"));
    }

    @Test
    void theLibraryKeepsOffTheStandardStreams() {
        NO_STANDARD_STREAMS.check(House.classes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"System.out.println(1)", "System.err.println(1)", "new Exception().printStackTrace()"})
    void printingIsRefused(String statement) {
        culpritThatDoes(statement).breaks(NO_STANDARD_STREAMS);
    }

    @Test
    void theLibraryLogsThroughSlf4jAlone() {
        NO_JAVA_UTIL_LOGGING.check(House.classes());
    }

    @Test
    void loggingThroughTheJdkIsRefused() {
        culpritThatDoes("java.util.logging.Logger.getLogger(\"a\")").breaks(NO_JAVA_UTIL_LOGGING);
    }

    @Test
    void theLibraryReadsNoObjectStreams() {
        NO_OBJECT_STREAMS.check(House.classes());
    }

    @Test
    void readingAnObjectStreamIsRefused() {
        culpritThatDoes("new java.io.ObjectInputStream(java.io.InputStream.nullInputStream()).readObject()")
                .breaks(NO_OBJECT_STREAMS);
    }

    @Test
    void nothingInTheLibraryIsSerializable() {
        NOTHING_SERIALIZABLE.check(House.classes());
    }

    @Test
    void aSerializableSecretIsRefused() {
        Planted.source("""
                package dev.keystile.core;
                record Culprit(String secret) implements java.io.Serializable {}
                """).breaks(NOTHING_SERIALIZABLE);
    }

    @Test
    void enumsAndExceptionsAreSerializableWithoutChoice() {
        Planted.source("""
                package dev.keystile.core;
                enum Fine { YES }
                class FineException extends RuntimeException {}
                """).keeps(NOTHING_SERIALIZABLE);
    }

    @Test
    void theLibraryHasNoClockOfItsOwn() {
        NO_CLOCK_OF_ITS_OWN.check(House.classes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.currentTimeMillis()",
                "java.time.Instant.now()",
                "new java.util.Date()",
                "java.util.stream.Stream.generate(java.time.Instant::now)"
            })
    void askingTheWallForTheTimeIsRefused(String statement) {
        culpritThatDoes(statement).breaks(NO_CLOCK_OF_ITS_OWN);
    }

    @Test
    void anInjectedClockIsFine() {
        culpritThatDoes("java.time.Instant.now(java.time.Clock.systemUTC())").keeps(NO_CLOCK_OF_ITS_OWN);
    }

    @Test
    void theLibraryDrawsNothingGuessable() {
        NO_GUESSABLE_RANDOMNESS.check(House.classes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.util.Random()",
                "Math.random()",
                "java.util.concurrent.ThreadLocalRandom.current().nextLong()"
            })
    void guessableRandomnessIsRefused(String statement) {
        culpritThatDoes(statement).breaks(NO_GUESSABLE_RANDOMNESS);
    }

    @Test
    void secureRandomnessIsFine() {
        culpritThatDoes("new java.security.SecureRandom().nextInt(3)").keeps(NO_GUESSABLE_RANDOMNESS);
    }

    @Test
    void theLibraryUnpacksNothing() {
        NO_DECOMPRESSION.check(House.classes());
    }

    @Test
    void unpackingIsRefused() {
        culpritThatDoes("new java.util.zip.Inflater()").breaks(NO_DECOMPRESSION);
    }

    @Test
    void theLibraryKnowsNoUnsignedTokens() {
        NO_UNSIGNED_TOKENS.check(House.classes());
    }

    @Test
    void anUnsignedTokenIsRefused() {
        Planted.source("""
                package dev.keystile.jwt;
                class Culprit { com.nimbusds.jwt.PlainJWT token; }
                """, """
                package com.nimbusds.jwt;
                public class PlainJWT {}
                """).breaks(NO_UNSIGNED_TOKENS);
    }

    private static Planted culpritThatDoes(String statement) {
        return Planted.source("""
                package dev.keystile.core;
                class Culprit { void act() throws Exception { %s; } }
                """.formatted(statement));
    }
}
