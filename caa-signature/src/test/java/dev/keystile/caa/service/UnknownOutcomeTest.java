package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static dev.keystile.caa.fixture.Answer.INTERNAL_SERVER_ERROR;
import static dev.keystile.caa.service.BrittleScene.AUTHENTICATE;
import static dev.keystile.caa.service.BrittleScene.LOGOUT;
import static dev.keystile.caa.service.BrittleScene.REFRESH_KEYS;
import static dev.keystile.caa.service.BrittleScene.REFRESH_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A call that is carried out and then fails, as when a connection is lost at the commit: nobody is told what happened. */
class UnknownOutcomeTest {

    /** With a grace window, whoever holds the last acknowledged pair or its predecessor can go on. */
    @TestFactory
    Stream<DynamicTest> aRefreshCanBeRepeated() {
        return Stream.of(REFRESH_KEYS, REFRESH_TOKEN)
                .flatMap(operation -> operation.atEachCall(call -> {
                    BrittleScene scene = new BrittleScene(operation);
                    scene.plan().breakAfter(call);
                    assertThat(scene.send(operation)).isEqualTo(INTERNAL_SERVER_ERROR);
                    scene.plan().mend();

                    Client renewed = scene.granted(scene.send(operation));
                    assertThat(scene.send(AUTHENTICATE, renewed)).isEqualTo(TestServer.personalOfDemo());
                    assertThat(scene.send(AUTHENTICATE)).isEqualTo(API_KEY_NOT_FOUND);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aLoginCanBeRepeated() {
        return BrittleScene.everyLogin()
                .flatMap(operation -> operation.atEachCall(call -> {
                    BrittleScene scene = new BrittleScene(operation);
                    scene.plan().breakAfter(call);
                    assertThat(scene.send(operation)).isEqualTo(INTERNAL_SERVER_ERROR);
                    scene.plan().mend();

                    Client again = scene.granted(scene.send(operation));
                    assertThat(scene.send(AUTHENTICATE, again)).isEqualTo(TestServer.personalOfDemo());
                }));
    }

    /** Revoked stays revoked. */
    @TestFactory
    Stream<DynamicTest> aLogoutWhoseRevocationWasCarriedOutIsALogout() {
        return LOGOUT.atEachCall(call -> {
            BrittleScene scene = new BrittleScene(LOGOUT);
            scene.plan().breakAfter(call);
            assertThat(scene.send(LOGOUT)).isEqualTo(INTERNAL_SERVER_ERROR);
            scene.plan().mend();

            boolean revoked = call == LOGOUT.calls();
            assertThat(scene.send(AUTHENTICATE)).isEqualTo(revoked ? API_KEY_NOT_FOUND : TestServer.personalOfDemo());
        });
    }
}
