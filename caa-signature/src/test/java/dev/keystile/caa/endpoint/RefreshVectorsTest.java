package dev.keystile.caa.endpoint;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static dev.keystile.caa.fixture.Answer.INTERNAL_SERVER_ERROR;
import static dev.keystile.caa.fixture.Answer.INVALID_AUTHORIZATION;
import static dev.keystile.caa.fixture.Answer.INVALID_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.FaultPlan;
import dev.keystile.caa.fixture.JsonTree;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.ExchangePolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The vectors of the surface {@code refresh}, which are scenarios. The races among them, R01, R11 and R13, are run in
 * {@code RefreshRaceTest}; those about JWTs that never get to a Caa endpoint belong elsewhere.
 */
class RefreshVectorsTest {

    private static final List<String> RACES = List.of("R01", "R11", "R13");
    private static final List<String> ABOUT_JWT = List.of("R08", "R16", "R17", "R22", "R23");
    private static final List<String> HERE = List.of("R02", "R04", "R05", "R07", "R10", "R14", "R19", "R20");

    private static final ExchangePolicy WITH_GRACE = ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(60));

    private final TestServer server = TestServer.with(settings -> settings.exchangePolicy(WITH_GRACE));

    @Test
    void noVectorIsMissing() {
        assertThat(JsonTree.resource("/vectors/bad-inputs.json")
                        .each("vectors")
                        .filter(vector -> vector.text("surface").equals("refresh"))
                        .map(vector -> vector.text("id")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(RACES, ABOUT_JWT, HERE).flatMap(List::stream).toList());
    }

    @Test
    void r02TheOldPairAfterARotationIsDead() {
        TestServer strict = TestServer.standard();
        Client old = strict.login();
        strict.refreshKeys(old);

        assertThat(strict.refreshKeys(old)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void r04APairThatWasRevokedIsDead() {
        Client client = server.login();
        server.keys().revokeAll(TestUsers.DEMO);

        assertThat(server.refreshKeys(client)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void r05TheApiKeyOfOneWithTheSecretOfAnotherIsAWrongSignature() {
        Client a = server.login();
        Client b = server.login(TestUsers.OTHER_MOBILE);

        assertThat(server.refreshKeys(Client.of(a.apiKey(), b.secretKey(), server.clock())))
                .isEqualTo(INVALID_SIGNATURE);
    }

    @Test
    void r07ATokenOfAnotherSchemeIsNoAuthorization() {
        assertThat(server.refreshKeys(List.of("Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln")))
                .isEqualTo(INVALID_AUTHORIZATION);
    }

    @Test
    void r10APairThatIsTwoGenerationsOldIsDeadInsideTheGraceWindowToo() {
        Client first = server.login();
        Client second = server.granted(server.refreshKeys(first));
        Client third = server.granted(server.refreshKeys(second));

        assertThat(server.refreshKeys(first)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.personal(third)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void r14TwoRefreshesInOneMillisecondGiveTwoPairsOneAfterTheOther() {
        Client first = server.login();
        Client second = server.granted(server.refreshKeys(first));
        Client third = server.granted(server.refreshKeys(second));

        assertThat(third.apiKey()).isNotEqualTo(second.apiKey());
        assertThat(server.personal(second)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.personal(third)).isEqualTo(TestServer.personalOfDemo());
    }

    /** The vector says 503; the contracts, "For all of them", say that their answers win. */
    @Test
    void r19WhenTheStoreIsDownTheOldPairStaysValid() {
        FaultPlan plan = new FaultPlan();
        TestServer brittle = TestServer.over(plan.store(), TestUsers.directory(), settings -> settings.unsealed());
        Client client = brittle.login();
        plan.breakBefore(2);

        assertThat(brittle.refreshKeys(client)).isEqualTo(INTERNAL_SERVER_ERROR);
        assertThat(brittle.refreshKeys(client).isOk()).isTrue();
    }

    @Test
    void r20WhenTheOutcomeOfTheExchangeIsUnknownTheOldPairGetsTheSuccessor() {
        FaultPlan plan = new FaultPlan();
        TestServer brittle = TestServer.over(
                plan.store(),
                TestUsers.directory(),
                settings -> settings.unsealed().exchangePolicy(WITH_GRACE));
        Client client = brittle.login();
        plan.breakAfter(2);

        assertThat(brittle.refreshKeys(client)).isEqualTo(INTERNAL_SERVER_ERROR);
        Client renewed = brittle.granted(brittle.refreshKeys(client));
        assertThat(brittle.personal(renewed)).isEqualTo(TestServer.personalOfDemo());
    }
}
