package dev.keystile.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** A library of somebody else's that is hard to use safely, or that may be exchanged one day, is known in one room. */
class LibrariesTest {

    private static final ArchRule MICROMETER = isKnownOnlyIn("dev.keystile.micrometer", "io.micrometer..");
    private static final ArchRule JACKSON = isKnownOnlyIn("dev.keystile.json", "com.fasterxml.jackson..");
    private static final ArchRule NIMBUS = isKnownOnlyIn("dev.keystile.jwt", "com.nimbusds..");
    private static final ArchRule BOUNCY_CASTLE = isKnownOnlyIn("dev.keystile.core.password", "org.bouncycastle..");
    private static final ArchRule JEDIS = isKnownOnlyIn("dev.keystile.store.redis", "redis.clients..");

    private static ArchRule isKnownOnlyIn(String room, String library) {
        return noClasses()
                .that(House.LIBRARY)
                .and()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(room + " is the one place that knows " + library);
    }

    @Test
    void onlyTheJsonRoomKnowsJackson() {
        JACKSON.check(House.classes());
    }

    @Test
    void onlyTheModuleOfItsNameKnowsMicrometer() {
        MICROMETER.check(House.classes());
    }

    @Test
    void onlyTheTokenProtocolKnowsNimbus() {
        NIMBUS.check(House.classes());
    }

    @Test
    void onlyThePasswordRoomKnowsBouncyCastle() {
        BOUNCY_CASTLE.check(House.classes());
    }

    @Test
    void onlyTheRedisStoreKnowsJedis() {
        JEDIS.check(House.classes());
    }

    @Test
    void jacksonElsewhereIsRefused() {
        Planted.source("""
                package dev.keystile.caa.endpoint;
                class Shortcut { com.fasterxml.jackson.core.JsonFactory json; }
                """).breaks(JACKSON);
    }

    @Test
    void jacksonInTheJsonRoomIsFine() {
        Planted.source("""
                package dev.keystile.json;
                class Fitting { com.fasterxml.jackson.core.JsonFactory json; }
                """).keeps(JACKSON);
    }

    @Test
    void micrometerInCoreIsRefused() {
        Planted.source("""
                package dev.keystile.event;
                class Shortcut { io.micrometer.core.instrument.MeterRegistry registry; }
                """, """
                package io.micrometer.core.instrument;
                public class MeterRegistry {}
                """).breaks(MICROMETER);
    }

    @Test
    void nimbusInTheServiceIsRefused() {
        Planted.source("""
                package dev.keystile.jwt.service;
                class Shortcut { com.nimbusds.jose.JWSObject token; }
                """, """
                package com.nimbusds.jose;
                public class JWSObject {}
                """).breaks(NIMBUS);
    }

    @Test
    void jedisInAnotherStoreIsRefused() {
        Planted.source("""
                package dev.keystile.store.memory;
                class Shortcut { redis.clients.jedis.UnifiedJedis jedis; }
                """).breaks(JEDIS);
    }

    @Test
    void bouncyCastleInTheProtocolIsRefused() {
        Planted.source("""
                package dev.keystile.caa;
                class Shortcut { org.bouncycastle.crypto.Digest digest; }
                """, """
                package org.bouncycastle.crypto;
                public interface Digest {}
                """).breaks(BOUNCY_CASTLE);
    }
}
