package dev.keystile.caa.endpoint;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static dev.keystile.caa.fixture.Answer.INVALID_AUTHORIZATION;
import static dev.keystile.caa.fixture.Answer.INVALID_SIGNATURE;
import static dev.keystile.caa.fixture.Answer.USER_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.SignedEndpoint;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryReplayGuard;
import dev.keystile.store.memory.InMemoryUserDirectory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contracts, "Order of checks": a request with several faults at once is answered by the first row of the table. Every set of
 * faults is tried.
 */
class OrderOfChecksTest {

    private static final Duration TOO_LATE = Duration.ofMillis(300_001);

    /** What can be wrong with a request, in the order of the table. */
    enum Fault {
        MALFORMED,
        UNKNOWN_KEY,
        WRONG_SIGNATURE,
        OUTSIDE_WINDOW,
        REPLAYED,
        USER_GONE
    }

    private final InMemoryUserDirectory users = TestUsers.directory();
    private final TestServer server =
            TestServer.over(users, settings -> settings.replayGuard(new InMemoryReplayGuard()));
    private final Client live = server.login();

    static Stream<Set<Fault>> everySetOfFaults() {
        List<Fault> all = List.of(Fault.values());
        return IntStream.range(0, 1 << all.size()).mapToObj(bits -> {
            EnumSet<Fault> set = EnumSet.noneOf(Fault.class);
            IntStream.range(0, all.size())
                    .filter(bit -> (bits >> bit & 1) == 1)
                    .mapToObj(all::get)
                    .forEach(set::add);
            return set;
        });
    }

    /** A refresh and a logout can't be replayed after they were served, so these are sent for the first time. */
    static Stream<Set<Fault>> everySetOfFaultsButAReplay() {
        return everySetOfFaults().filter(faults -> !faults.contains(Fault.REPLAYED));
    }

    @ParameterizedTest
    @MethodSource("everySetOfFaults")
    void aProtectedEndpointAnswersByTheFirstRow(Set<Fault> faults) {
        assertAnsweredByTheFirstRow(SignedEndpoint.PROTECTED, faults);
    }

    @ParameterizedTest
    @MethodSource("everySetOfFaultsButAReplay")
    void aRefreshAnswersByTheFirstRow(Set<Fault> faults) {
        assertAnsweredByTheFirstRow(SignedEndpoint.REFRESH_KEYS, faults);
    }

    @ParameterizedTest
    @MethodSource("everySetOfFaultsButAReplay")
    void aLogoutAnswersByTheFirstRow(Set<Fault> faults) {
        assertAnsweredByTheFirstRow(SignedEndpoint.LOGOUT, faults);
    }

    private void assertAnsweredByTheFirstRow(SignedEndpoint endpoint, Set<Fault> faults) {
        String valid = live.sign(endpoint.action());
        if (faults.contains(Fault.REPLAYED)) {
            assertThat(endpoint.send(server, List.of(valid)).isOk()).isTrue();
        }
        String header = spoiled(valid, endpoint, faults);
        if (faults.contains(Fault.OUTSIDE_WINDOW)) {
            server.clock().advance(TOO_LATE);
        }
        if (faults.contains(Fault.USER_GONE)) {
            users.remove(TestUsers.DEMO);
        }

        Answer answer = endpoint.send(server, List.of(header));

        if (faults.isEmpty()) {
            assertThat(answer.isOk()).isTrue();
        } else {
            assertThat(answer)
                    .isEqualTo(expected(EnumSet.copyOf(faults).iterator().next()));
        }
    }

    private String spoiled(String valid, SignedEndpoint endpoint, Set<Fault> faults) {
        String apiKey = faults.contains(Fault.UNKNOWN_KEY) ? stranger().apiKey() : live.apiKey();
        String secretKey = faults.contains(Fault.WRONG_SIGNATURE) ? stranger().secretKey() : live.secretKey();
        boolean spoiled = faults.contains(Fault.UNKNOWN_KEY) || faults.contains(Fault.WRONG_SIGNATURE);
        String header = spoiled ? Client.of(apiKey, secretKey, server.clock()).sign(endpoint.action()) : valid;
        return faults.contains(Fault.MALFORMED) ? header + " " : header;
    }

    /** Somebody with a pair of another deployment. */
    private static Client stranger() {
        return TestServer.standard().login();
    }

    private static Answer expected(Fault first) {
        return switch (first) {
            case MALFORMED -> INVALID_AUTHORIZATION;
            case UNKNOWN_KEY -> API_KEY_NOT_FOUND;
            case WRONG_SIGNATURE, REPLAYED -> INVALID_SIGNATURE;
            case OUTSIDE_WINDOW -> Answer.invalidSignatureAt(TestServer.START + TOO_LATE.toMillis());
            case USER_GONE -> USER_NOT_FOUND;
        };
    }
}
