package dev.keystile.caa.service;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.FaultPlan;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.memory.InMemoryUserDirectory;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A server whose every call to store, directory and replay guard can be broken, and a client who holds a pair of it. */
final class BrittleScene {

    static final Operation LOGIN_UNDER_REUSE =
            new Operation("login under reuse", 2, LoginPolicy.reuse(), BrittleScene::login);
    static final Operation LOGIN_UNDER_REPLACE =
            new Operation("login under replace", 2, LoginPolicy.replace(), BrittleScene::login);
    static final Operation LOGIN_UNDER_INDEPENDENT =
            new Operation("login under independent(1)", 2, LoginPolicy.independent(1), BrittleScene::login);
    static final Operation AUTHENTICATE = new Operation("authenticate", 3, LoginPolicy.reuse(), TestServer::personal);
    static final Operation REFRESH_KEYS =
            new Operation("refresh-keys", 4, LoginPolicy.reuse(), TestServer::refreshKeys);
    static final Operation REFRESH_TOKEN =
            new Operation("refresh-token", 4, LoginPolicy.reuse(), TestServer::refreshToken);
    static final Operation LOGOUT = new Operation("logout", 4, LoginPolicy.reuse(), TestServer::logout);

    private final FaultPlan plan = new FaultPlan();
    private final InMemoryUserDirectory users = TestUsers.directory();
    private final TestServer server;
    private final Client client;

    BrittleScene(Operation operation) {
        server = TestServer.over(
                plan.store(),
                plan.directory(users),
                settings -> settings.unsealed()
                        .loginPolicy(operation.policy())
                        .replayGuard(plan.replayGuard())
                        .exchangePolicy(ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(60))));
        client = server.login();
        plan.mend();
    }

    static Stream<Operation> everyOperation() {
        return Stream.concat(everyLogin(), Stream.of(AUTHENTICATE, REFRESH_KEYS, REFRESH_TOKEN, LOGOUT));
    }

    static Stream<Operation> everyLogin() {
        return Stream.of(LOGIN_UNDER_REUSE, LOGIN_UNDER_REPLACE, LOGIN_UNDER_INDEPENDENT);
    }

    /** Breaks calls from now on as {@code plan} says; {@link FaultPlan#mend} ends it. */
    FaultPlan plan() {
        return plan;
    }

    void removeUser(UserId user) {
        users.remove(user);
    }

    Answer send(Operation operation) {
        return send(operation, client);
    }

    /** A millisecond later, so that nothing is signed twice. */
    Answer send(Operation operation, Client by) {
        server.clock().advance(Duration.ofMillis(1));
        return operation.request().apply(server, by);
    }

    Client granted(Answer grant) {
        return server.granted(grant);
    }

    private static Answer login(TestServer server, Client client) {
        return server.postLogin(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5);
    }

    /** What the holder of a pair can ask for, and the calls that it takes. */
    record Operation(String name, int calls, LoginPolicy policy, BiFunction<TestServer, Client, Answer> request) {

        Stream<DynamicTest> atEachCall(IntConsumer test) {
            return IntStream.rangeClosed(1, calls)
                    .mapToObj(call -> DynamicTest.dynamicTest(name + ", call " + call, () -> test.accept(call)));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
