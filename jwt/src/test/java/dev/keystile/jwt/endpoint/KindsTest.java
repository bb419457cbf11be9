package dev.keystile.jwt.endpoint;

import static dev.keystile.jwt.fixture.Dialect.BEARER;
import static dev.keystile.jwt.fixture.Dialect.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.Answer;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.HandMade;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * CONTRACTS, "the kind is told by {@code aud}": every kind of token at every endpoint. Both dialects share secret, issuer and
 * ledger here, so nothing else keeps them apart.
 */
class KindsTest {

    private final TestServer server = TestServer.standard();

    private record Door(String name, Dialect dialect, BiFunction<TestServer, String, Answer> request) {

        static Stream<Door> all() {
            return Stream.of(
                    new Door("PATCH /tokens", TOKENS, TOKENS::exchange),
                    new Door(
                            "PATCH /tokens/:token",
                            TOKENS,
                            (server, token) -> server.send("PATCH", "/tokens/" + token)),
                    new Door("GET /me", TOKENS, TOKENS::personal),
                    new Door("POST /user/refresh", BEARER, BEARER::exchange),
                    new Door(
                            "POST /user/refresh/",
                            BEARER,
                            (server, token) -> server.send("POST", "/user/refresh/", "Bearer " + token)),
                    new Door("GET /user/me", BEARER, BEARER::personal));
        }

        Answer open(TestServer server, String token) {
            return request.apply(server, token);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Door> everyDoor() {
        return Door.all();
    }

    @TestFactory
    Stream<DynamicTest> aTokenOpensTheDoorsOfItsOwnKindAlone() {
        return Arrays.stream(Dialect.values())
                .flatMap(kind -> everyDoor()
                        .map(door -> DynamicTest.dynamicTest(kind + " at " + door, () -> {
                            Answer answer = door.open(server, kind.login(server));

                            if (kind == door.dialect()) {
                                assertThat(answer.status()).isLessThan(300);
                            } else {
                                assertThat(answer).isEqualTo(door.dialect().refusal());
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> aTokenWhoseAudienceWasChangedOpensNoDoor() {
        List<Object> audiences = List.of(
                "", "other", TestServer.AUDIENCE + "/", "API.EXAMPLE.COM", List.of(), List.of("other"), 1, Map.of());
        return audiences.stream()
                .flatMap(audience -> everyDoor()
                        .map(door -> DynamicTest.dynamicTest("aud " + audience + " at " + door, () -> {
                            String token = HandMade.altered(door.dialect().login(server), Map.of("aud", audience));

                            assertThat(door.open(server, token))
                                    .isEqualTo(door.dialect().refusal());
                        })));
    }

    @Test
    void aBearerTokenWithoutAnAudienceIsRefused() {
        String token = HandMade.altered(BEARER.login(server), Map.of("aud", HandMade.NOTHING));

        assertThat(BEARER.exchange(server, token)).isEqualTo(Expected.REVOKED);
        assertThat(BEARER.personal(server, token)).isEqualTo(Expected.REVOKED);
    }

    @ParameterizedTest
    @MethodSource("everyDoor")
    void aTokenOfAnotherIssuerOpensNoDoor(Door door) {
        for (Object issuer : List.of("https://other.example.com", TestServer.ISSUER + "/", "", HandMade.NOTHING)) {
            String token = HandMade.altered(door.dialect().login(server), Map.of("iss", issuer));

            assertThat(door.open(server, token)).isEqualTo(door.dialect().refusal());
        }
    }

    @ParameterizedTest
    @EnumSource
    void toExchangeOneKindSpendsNothingOfTheOther(Dialect kind) {
        Dialect other = kind == TOKENS ? BEARER : TOKENS;
        String token = kind.login(server);
        String bystander = sameNames(other, token);

        kind.successor(server, token);

        assertThat(other.personal(server, bystander)).isEqualTo(Expected.personalOf("1"));
    }

    @ParameterizedTest
    @EnumSource
    void toRevokeOneKindRevokesNothingOfTheOther(Dialect kind) {
        Dialect other = kind == TOKENS ? BEARER : TOKENS;
        String token = kind.login(server);
        String bystander = sameNames(other, token);

        kind.revoke(server, token);
        kind.revokeAll(server, TestUsers.DEMO);

        assertThat(kind.personal(server, token)).isEqualTo(kind.refusal());
        assertThat(other.personal(server, bystander)).isEqualTo(Expected.personalOf("1"));
    }

    /** A token of {@code other} with the very {@code jti}, {@code fam} and {@code lat} of {@code token}. */
    private String sameNames(Dialect other, String token) {
        Map<String, Object> claims = HandMade.claimsOf(token);
        return HandMade.altered(
                other.login(server),
                Map.of("jti", claims.get("jti"), "fam", claims.get("fam"), "lat", claims.get("lat")));
    }
}
