package dev.keystile.jwt.endpoint;

import static dev.keystile.jwt.fixture.Dialect.BEARER;
import static dev.keystile.jwt.fixture.Dialect.TOKENS;
import static dev.keystile.jwt.fixture.TestUsers.DEMO_NAME;
import static dev.keystile.jwt.fixture.TestUsers.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.fixture.Answer;
import dev.keystile.fixture.FaultPlan;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.ServerSetup;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.StoreException;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.user.UserDirectory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * CONTRACTS, "unexpected": whichever call of whichever operation fails, the answer is the dialect's, and the token is as it was.
 * The calls to directory and ledger are broken one by one.
 */
class FaultsTest {

    private final FaultPlan plan = new FaultPlan();
    private final InMemoryUserDirectory users = TestUsers.directory();

    /** What a client can ask for, and how many calls it takes: to the directory 1, to the ledger 1 at most, as the design promises. */
    private record Operation(String name, Dialect dialect, int calls, BiFunction<TestServer, String, Answer> request) {

        static Stream<Operation> all() {
            return Stream.of(
                    new Operation(
                            "POST /tokens",
                            TOKENS,
                            1,
                            (server, token) -> TOKENS.postLogin(server, DEMO_NAME, PASSWORD)),
                    new Operation("PATCH /tokens", TOKENS, 2, TOKENS::exchange),
                    new Operation(
                            "PATCH /tokens/:token",
                            TOKENS,
                            2,
                            (server, token) -> server.send("PATCH", "/tokens/" + token)),
                    new Operation("GET /me", TOKENS, 2, TOKENS::personal),
                    new Operation(
                            "POST /user/login",
                            BEARER,
                            1,
                            (server, token) -> BEARER.postLogin(server, DEMO_NAME, PASSWORD)),
                    new Operation("POST /user/refresh", BEARER, 2, BEARER::exchange),
                    new Operation("GET /user/me", BEARER, 2, BEARER::personal));
        }

        Answer send(TestServer server, String token) {
            return request.apply(server, token);
        }
    }

    @TestFactory
    Stream<DynamicTest> anOperationTakesNoMoreCallsThanPromised() {
        return Operation.all()
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    TestServer server = brittle().start();
                    String token = operation.dialect().login(server);
                    plan.mend();

                    assertThat(operation.send(server, token).status()).isLessThan(300);

                    assertThat(plan.calls()).isEqualTo(operation.calls());
                }));
    }

    @TestFactory
    Stream<DynamicTest> aCallThatFailsLosesNothing() {
        return Operation.all()
                .flatMap(operation -> IntStream.rangeClosed(1, operation.calls())
                        .mapToObj(call -> DynamicTest.dynamicTest(operation.name() + ", call " + call, () -> {
                            TestServer server = brittle().start();
                            String token = operation.dialect().login(server);
                            plan.breakBefore(call);
                            assertThat(operation.send(server, token))
                                    .isEqualTo(operation.dialect().failure());
                            plan.mend();

                            assertThat(operation.dialect().personal(server, token))
                                    .isEqualTo(Expected.personalOf("1"));
                            assertThat(operation.dialect().successor(server, token))
                                    .isNotEqualTo(token);
                        })));
    }

    /** The answer to an exchange is lost after the ledger has written it down: with a window, the client just asks again. */
    @ParameterizedTest
    @EnumSource
    void insideTheGraceWindowALostAnswerIsGivenAgain(Dialect dialect) {
        TestServer server = brittle().graceWindow(Duration.ofSeconds(10)).start();
        String token = dialect.login(server);
        plan.breakAfter(2);
        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.failure());
        plan.mend();

        String successor = dialect.successor(server, token);

        assertThat(dialect.personal(server, successor)).isEqualTo(Expected.personalOf("1"));
    }

    @ParameterizedTest
    @EnumSource
    void withoutAWindowALostAnswerMeansANewLogin(Dialect dialect) {
        TestServer server = brittle().start();
        String token = dialect.login(server);
        plan.breakAfter(2);
        dialect.exchange(server, token);
        plan.mend();

        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
        assertThat(dialect.personal(server, dialect.login(server))).isEqualTo(Expected.personalOf("1"));
    }

    @TestFactory
    Stream<DynamicTest> aTokenOfADisabledUserStaysUnspentThoughACallFails() {
        return Arrays.stream(Dialect.values())
                .flatMap(dialect -> IntStream.rangeClosed(1, 2)
                        .mapToObj(call -> DynamicTest.dynamicTest(dialect + ", call " + call, () -> {
                            TestServer server = brittle().start();
                            String token = dialect.login(server);
                            TestUsers.put(users, TestUsers.demo(true));
                            plan.breakBefore(call);
                            assertThat(dialect.exchange(server, token)).isEqualTo(dialect.failure());
                            plan.mend();

                            TestUsers.put(users, TestUsers.demo(false));
                            assertThat(dialect.isGrant(dialect.exchange(server, token)))
                                    .isTrue();
                        })));
    }

    @ParameterizedTest
    @EnumSource
    void claimsThatCannotBeToldLeaveTheTokenAsItWas(Dialect dialect) {
        boolean[] broken = {false};
        TestServer server = TestServer.setup()
                .both(settings -> settings.claims(account -> {
                    if (broken[0]) {
                        throw new IllegalStateException("The roles are not to be had, as planned.");
                    }
                    return Map.of("role", "reader");
                }))
                .start();
        String token = dialect.login(server);
        broken[0] = true;
        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.failure());
        broken[0] = false;

        assertThat(dialect.personal(server, token)).isEqualTo(Expected.personalOf("1"));
        assertThat(dialect.isGrant(dialect.exchange(server, token))).isTrue();
    }

    /** The typed calls let through what store and directory throw, for the application to answer. */
    @ParameterizedTest
    @EnumSource
    void typedCallsLetItThrough(Dialect dialect) {
        TestServer server = brittle().start();
        String token = dialect.login(server);

        plan.breakBefore(2);
        assertThatThrownBy(() -> dialect.exchangeTyped(server, token)).isInstanceOf(StoreException.class);
        plan.breakBefore(2);
        assertThatThrownBy(() -> dialect.verify(server, token)).isInstanceOf(StoreException.class);
        plan.breakBefore(2);
        assertThatThrownBy(() -> dialect.revoke(server, token)).isInstanceOf(StoreException.class);
        plan.breakBefore(1);
        assertThatThrownBy(() -> dialect.revokeAll(server, TestUsers.DEMO)).isInstanceOf(StoreException.class);
        plan.breakBefore(1);
        assertThatThrownBy(() -> dialect.loginTyped(server, DEMO_NAME, PASSWORD))
                .isInstanceOf(IllegalStateException.class);
    }

    private ServerSetup brittle() {
        return TestServer.setup()
                .users(plan.inFrontOf(
                        UserDirectory.class, users, new IllegalStateException("The directory is down, as planned.")))
                .ledger(plan.inFrontOf(
                        TokenLedger.class,
                        new InMemoryTokenLedger(),
                        new StoreException("The ledger is down, as planned.")));
    }
}
