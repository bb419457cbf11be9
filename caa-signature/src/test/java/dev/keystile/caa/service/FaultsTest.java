package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static dev.keystile.caa.fixture.Answer.INTERNAL_SERVER_ERROR;
import static dev.keystile.caa.fixture.Answer.USER_NOT_FOUND;
import static dev.keystile.caa.service.BrittleScene.AUTHENTICATE;
import static dev.keystile.caa.service.BrittleScene.LOGOUT;
import static dev.keystile.caa.service.BrittleScene.REFRESH_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.caa.service.BrittleScene.Operation;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contracts, "Order of checks", anything unexpected: whichever call of whichever operation fails, the answer is 500 and the
 * pair is as it was. The calls to store, directory and replay guard are broken one by one.
 */
class FaultsTest {

    /** To find, to issue, to exchange and to revoke are one store call each; the other calls are to directory and guard. */
    @ParameterizedTest
    @MethodSource("dev.keystile.caa.service.BrittleScene#everyOperation")
    void anOperationTakesNoMoreCallsThanPromised(Operation operation) {
        BrittleScene scene = new BrittleScene(operation);
        scene.send(operation);

        assertThat(scene.plan().calls()).isEqualTo(operation.calls());
    }

    @TestFactory
    Stream<DynamicTest> aCallThatFailsLosesNothing() {
        return BrittleScene.everyOperation()
                .flatMap(operation -> operation.atEachCall(call -> {
                    BrittleScene scene = new BrittleScene(operation);
                    scene.plan().breakBefore(call);
                    assertThat(scene.send(operation)).isEqualTo(INTERNAL_SERVER_ERROR);
                    scene.plan().mend();

                    assertThat(scene.send(AUTHENTICATE)).isEqualTo(TestServer.personalOfDemo());
                    assertThat(scene.send(REFRESH_KEYS).isOk()).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> aLoserInTheGraceWindowLosesNothingEither() {
        return REFRESH_KEYS.atEachCall(call -> {
            BrittleScene scene = new BrittleScene(REFRESH_KEYS);
            Answer granted = scene.send(REFRESH_KEYS);
            scene.plan().breakBefore(call);
            assertThat(scene.send(REFRESH_KEYS)).isEqualTo(INTERNAL_SERVER_ERROR);
            scene.plan().mend();

            assertThat(scene.send(REFRESH_KEYS)).isEqualTo(granted);
            assertThat(scene.send(AUTHENTICATE, scene.granted(granted))).isEqualTo(TestServer.personalOfDemo());
        });
    }

    /** To find that a user is gone takes as many calls as a logout: the last one revokes. */
    @TestFactory
    Stream<DynamicTest> aUserWhoIsGoneIsNotFoundOnceEveryCallSucceeds() {
        return LOGOUT.atEachCall(call -> {
            BrittleScene scene = new BrittleScene(AUTHENTICATE);
            scene.removeUser(TestUsers.DEMO);
            scene.plan().breakBefore(call);
            assertThat(scene.send(AUTHENTICATE)).isEqualTo(INTERNAL_SERVER_ERROR);
            scene.plan().mend();

            assertThat(scene.send(AUTHENTICATE)).isEqualTo(USER_NOT_FOUND);
            assertThat(scene.send(AUTHENTICATE)).isEqualTo(API_KEY_NOT_FOUND);
        });
    }
}
