package dev.keystile.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture.LayerDependencySpecification;
import org.junit.jupiter.api.Test;

/**
 * The rooms of the house and the arrows between them. A room knows what its line names, and nothing else of ours; a class that
 * is in no room is refused.
 *
 * <p>The rooms are optional because they are built one after another. None of them can stay unnoticed once it is there: its
 * classes are in a room or refused, and {@link SourceFilesTest} sees to it that they are looked at at all.
 */
class ArrowsTest {

    private static final String JDBC = "dev.keystile.store.jdbc..";
    private static final String REDIS = "dev.keystile.store.redis..";

    private static final ArchRule ARROWS = house();

    /** An adapter is whoever makes requests out of a server's. */
    private static final ArchRule ADAPTERS_KNOW_HTTP_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.keystile.example..")
            .and(makeRequests())
            .should()
            .dependOnClassesThat(in("dev.keystile..").and(not(in("dev.keystile.http", "dev.keystile.example.."))))
            .because("an adapter knows its server and dev.keystile.http, and nothing of keys, tokens or JSON");

    private static LayeredArchitecture house() {
        LayeredArchitecture house = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .ensureAllClassesAreContainedInArchitecture();
        house = room(house, "codec", in("dev.keystile.codec"));
        house = room(house, "domain", in("dev.keystile.core.."), "codec");
        house = room(house, "event", in("dev.keystile.event"), "codec", "domain");
        house = room(house, "micrometer", in("dev.keystile.micrometer"), "event");
        house = room(house, "json", in("dev.keystile.json"), "codec");
        house = room(house, "http", in("dev.keystile.http.."), "codec", "json");
        house = room(house, "store", in("dev.keystile.store..").and(not(in(JDBC, REDIS))), "codec", "domain");
        house = room(house, "jdbc", in(JDBC), "codec", "domain", "store");
        house = room(house, "redis", in(REDIS), "codec", "domain", "store");
        house = scheme(house, "caa");
        house = scheme(house, "jwt");
        return house.layer("testkit")
                .definedBy("dev.keystile.testkit..")
                .layer("examples")
                .definedBy("dev.keystile.example..")
                .whereLayer("examples")
                .mayNotBeAccessedByAnyLayer();
    }

    /**
     * endpoint → service → protocol; the service alone knows a store; whatever else is in there is as pure as the protocol. The
     * client's side knows the protocol, and nothing of the server's.
     */
    private static LayeredArchitecture scheme(LayeredArchitecture foundations, String name) {
        String root = "dev.keystile." + name;
        String seal = root + ".seal";
        String service = root + ".service";
        String endpoint = root + ".endpoint";
        String client = root + ".client";
        LayeredArchitecture house = foundations;
        house = room(
                house, name, in(root + "..").and(not(in(seal, service, endpoint, client))), "codec", "domain", "json");
        house = room(house, seal, in(seal), "codec", "domain", "store");
        house = room(house, service, in(service), "codec", "domain", "event", "json", "store", name, seal);
        house = room(house, client, in(client), "domain", "json", name);
        return room(house, endpoint, in(endpoint), "codec", "domain", "json", "http", name, service);
    }

    private static LayeredArchitecture room(
            LayeredArchitecture house, String name, DescribedPredicate<JavaClass> classes, String... known) {
        LayerDependencySpecification arrows =
                house.layer(name).definedBy(classes).whereLayer(name);
        return known.length == 0 ? arrows.mayNotAccessAnyLayer() : arrows.mayOnlyAccessLayers(known);
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaClass> makeRequests() {
        return DescribedPredicate.describe(
                "make requests",
                candidate -> candidate.getAccessesFromSelf().stream()
                        .map(JavaAccess::getTarget)
                        .anyMatch(target -> target.getOwner().getName().equals("dev.keystile.http.AuthRequest")
                                && target.getName().equals("builder")));
    }

    @Test
    void theHouseKeepsItsArrows() {
        ARROWS.check(House.classes());
    }

    @Test
    void adaptersKnowHttpAlone() {
        ADAPTERS_KNOW_HTTP_ALONE.check(House.classes());
    }

    @Test
    void theProtocolTouchesNoStore() {
        Planted.source("""
                package dev.keystile.caa;
                class Nosy { dev.keystile.store.CredentialStore store; }
                """).breaks(ARROWS);
    }

    @Test
    void aNewPackageBesideTheProtocolIsHeldToBePure() {
        Planted.source("""
                package dev.keystile.jwt.claims;
                class Nosy { dev.keystile.store.CredentialStore store; }
                """).breaks(ARROWS);
    }

    @Test
    void theProtocolDoesNotCallItsService() {
        Planted.source("""
                package dev.keystile.jwt;
                class Upward { dev.keystile.jwt.service.Tokens tokens; }
                """, """
                package dev.keystile.jwt.service;
                public class Tokens {}
                """).breaks(ARROWS);
    }

    @Test
    void theServiceKnowsNoHttp() {
        Planted.source("""
                package dev.keystile.caa.service;
                class Chatty { dev.keystile.http.AuthResponse answer; }
                """).breaks(ARROWS);
    }

    @Test
    void theServiceDoesNotCallItsEndpoint() {
        Planted.source("""
                package dev.keystile.jwt.service;
                class Upward { dev.keystile.jwt.endpoint.Answers answers; }
                """, """
                package dev.keystile.jwt.endpoint;
                public class Answers {}
                """).breaks(ARROWS);
    }

    @Test
    void theEndpointTouchesNoStore() {
        Planted.source("""
                package dev.keystile.caa.endpoint;
                class Shortcut { dev.keystile.store.user.UserDirectory users; }
                """).breaks(ARROWS);
    }

    @Test
    void theServiceTouchesTheStoreAndTheEndpointTheService() {
        Planted.source("""
                package dev.keystile.jwt.endpoint;
                class Fitting { dev.keystile.jwt.service.Tokens tokens; dev.keystile.http.AuthResponse answer; }
                """, """
                package dev.keystile.jwt.service;
                public class Tokens { dev.keystile.store.CredentialStore store; }
                """).keeps(ARROWS);
    }

    @Test
    void caaDoesNotImportJwt() {
        Planted.source("""
                package dev.keystile.caa;
                class Borrower { dev.keystile.jwt.KeyRing ring; }
                """, """
                package dev.keystile.jwt;
                public class KeyRing {}
                """).breaks(ARROWS);
    }

    @Test
    void jwtDoesNotImportCaa() {
        Planted.source("""
                package dev.keystile.jwt.service;
                class Borrower { dev.keystile.caa.CaaAlgorithm algorithm; }
                """, """
                package dev.keystile.caa;
                public class CaaAlgorithm {}
                """).breaks(ARROWS);
    }

    @Test
    void theClientKnowsNothingOfTheService() {
        Planted.source("""
                package dev.keystile.caa.client;
                class Shortcut { dev.keystile.caa.service.CaaKeys keys; }
                """, """
                package dev.keystile.caa.service;
                public class CaaKeys {}
                """).breaks(ARROWS);
    }

    @Test
    void eventsKnowNoStore() {
        Planted.source("""
                package dev.keystile.event;
                class Nosy { dev.keystile.store.StoreException failure; }
                """).breaks(ARROWS);
    }

    @Test
    void theProtocolTellsNobody() {
        Planted.source("""
                package dev.keystile.caa;
                class Chatty { dev.keystile.event.AuthEventListener listener; }
                """).breaks(ARROWS);
    }

    @Test
    void metersKnowEventsAlone() {
        Planted.source("""
                package dev.keystile.micrometer;
                class Nosy { dev.keystile.core.UserId user; }
                """).breaks(ARROWS);
    }

    @Test
    void theDomainKnowsNoJson() {
        Planted.source("""
                package dev.keystile.core.password;
                class Printed { dev.keystile.json.JsonObject json; }
                """).breaks(ARROWS);
    }

    @Test
    void storesKnowNoJson() {
        Planted.source("""
                package dev.keystile.store.redis;
                class Printed { dev.keystile.json.JsonObject json; }
                """).breaks(ARROWS);
    }

    @Test
    void theServiceDoesNotKnowWhichStoreItHas() {
        Planted.source("""
                package dev.keystile.caa.service;
                class Choosy { dev.keystile.store.jdbc.JdbcCredentialStore store; }
                """).breaks(ARROWS);
    }

    @Test
    void whatAStorePromisesDoesNotDependOnOne() {
        Planted.source("""
                package dev.keystile.store;
                class Backward { dev.keystile.store.jdbc.JdbcCredentialStore store; }
                """).breaks(ARROWS);
    }

    @Test
    void enginesDoNotKnowEachOther() {
        Planted.source("""
                package dev.keystile.store.redis;
                class Sideward { dev.keystile.store.jdbc.JdbcCredentialStore store; }
                """).breaks(ARROWS);
    }

    @Test
    void theCodecKnowsNothingOfOurs() {
        Planted.source("""
                package dev.keystile.codec;
                class Learned { dev.keystile.core.UserId user; }
                """).breaks(ARROWS);
    }

    @Test
    void theLibraryDoesNotLeanOnAnExample() {
        Planted.source("""
                package dev.keystile.caa.endpoint;
                class Leaning { dev.keystile.example.Sample sample; }
                """, """
                package dev.keystile.example;
                public class Sample {}
                """).breaks(ARROWS);
    }

    @Test
    void aClassOutsideOfEveryRoomIsRefused() {
        Planted.source("""
                package dev.keystile.util;
                class Homeless {}
                """).breaks(ARROWS);
    }

    @Test
    void anAdapterThatKnowsKeysIsRefused() {
        Planted.source("""
                package dev.keystile.example.jdk;
                class Adapter {
                    dev.keystile.core.ApiKey key;
                    Object request = dev.keystile.http.AuthRequest.builder("GET", "/").build();
                }
                """).breaks(ADAPTERS_KNOW_HTTP_ALONE);
    }

    @Test
    void whatOnlyAnswersRequestsMayKnowKeys() {
        Planted.source("""
                package dev.keystile.example.jdk;
                class Profile {
                    dev.keystile.core.ApiKey key;
                    Object answer(dev.keystile.http.AuthRequest request) { return request.path(); }
                }
                """, """
                package dev.keystile.example.jdk;
                class Adapter {
                    Object request = dev.keystile.http.AuthRequest.builder("GET", "/").build();
                }
                """).keeps(ADAPTERS_KNOW_HTTP_ALONE);
    }
}
