package dev.keystile.caa.client;

import static dev.keystile.caa.client.ClientScene.Fate.ANSWERED_BY_A_BROKEN_SERVER;
import static dev.keystile.caa.client.ClientScene.Fate.ANSWER_LOST;
import static dev.keystile.caa.client.ClientScene.Fate.LOST_ON_THE_WAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.fixture.Race;
import dev.keystile.store.memory.InMemoryReplayGuard;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What a session does about wrong clocks, pairs that end, refreshes that race and answers that get lost. */
class CaaSessionTest {

    private static final int THREADS = 64;
    private static final Duration NEAR_THE_END = Duration.ofDays(3).minusMinutes(30);
    private static final ExchangePolicy GRACE = ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(60));

    private static ClientScene strict() throws IOException {
        return new ClientScene(TestServer.standard());
    }

    private static ClientScene with(ExchangePolicy policy) throws IOException {
        return new ClientScene(TestServer.with(settings -> settings.exchangePolicy(policy)));
    }

    private static void passTime(ClientScene scene, Duration time) {
        scene.server.clock().advance(time);
        scene.device.advance(time);
    }

    /** Another process with the same pair refreshes it. */
    private static void refreshElsewhere(ClientScene scene) {
        String header = CaaSigner.of(scene.first.apiKey(), scene.first.secret())
                .at(scene.server.clock())
                .sign(TestServer.REFRESH_KEYS);
        assertThat(scene.server.refreshKeys(List.of(header)).status()).isEqualTo(200);
    }

    @Test
    void aRequestIsSignedAndServed() throws IOException {
        ClientScene scene = strict();

        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.requests).hasValue(1);
    }

    @Test
    void aWrongClockIsCorrectedByTheRefusalThatTellsTheTime() throws IOException {
        ClientScene scene = strict();
        scene.device.advance(Duration.ofHours(-9));

        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.requests).hasValue(2);
    }

    @Test
    void aClockThatWasCorrectedStaysSo() throws IOException {
        ClientScene scene = strict();
        scene.device.advance(Duration.ofHours(9));
        scene.get();
        passTime(scene, Duration.ofHours(1));

        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.requests).hasValue(3);
    }

    @Test
    void aServerThatIsFurtherAwayThanAllowedIsNotBelieved() throws IOException {
        ClientScene scene = strict();
        scene.device.advance(Duration.ofHours(-25));

        assertThat(scene.get()).isEqualTo(400);
        assertThat(scene.requests).hasValue(1);
    }

    @Test
    void aWrongSignatureIsNotSentAgain() throws IOException {
        ClientScene scene = strict();
        CaaCall call = scene.session.begin("user:something-else");

        assertThat(call.isToBeRepeated(ClientScene.read(scene.send(call.authorization()))))
                .isFalse();
    }

    @Test
    void aPairNearItsEndIsRefreshedAndHandedToTheListener() throws IOException {
        ClientScene scene = strict();
        passTime(scene, NEAR_THE_END);

        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.requests).hasValue(1);
        assertThat(scene.renewed).containsExactly(scene.session.pair()).doesNotContain(scene.first);
    }

    @Test
    void sixtyFourThreadsMakeOneRefresh() throws Exception {
        ClientScene scene = strict();
        passTime(scene, NEAR_THE_END);
        try (Race race = new Race()) {
            Callable<Integer> get = scene::get;
            assertThat(race.run(Collections.nCopies(THREADS, get)))
                    .hasSize(THREADS)
                    .containsOnly(200);
        }
        assertThat(scene.refreshes).hasValue(1);
        assertThat(scene.renewed).hasSize(1);
    }

    @Test
    void aRequestThatTheRefreshOvertookIsSignedWithTheNewPair() throws IOException {
        ClientScene scene = strict();
        CaaCall slow = scene.session.begin(TestServer.PERSONAL);
        String signedWithTheFirst = slow.authorization();
        passTime(scene, NEAR_THE_END);
        scene.get();

        Answer refused = scene.server.personal(List.of(signedWithTheFirst));
        assertThat(refused).isEqualTo(Answer.API_KEY_NOT_FOUND);
        assertThat(slow.isToBeRepeated(ClientScene.read(refused))).isTrue();
        assertThat(scene.send(slow.authorization()).status()).isEqualTo(200);
        assertThat(scene.refreshes).hasValue(1);
    }

    @Test
    void aRefreshThatNeverArrivedIsSentOnceMore() throws IOException {
        ClientScene scene = strict().refreshesAre(LOST_ON_THE_WAY);
        passTime(scene, NEAR_THE_END);

        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.renewed).hasSize(1);
    }

    @Test
    void aLostAnswerIsFetchedInsideTheGraceWindow() throws IOException {
        ClientScene scene = with(GRACE).refreshesAre(ANSWER_LOST);
        passTime(scene, NEAR_THE_END);

        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.renewed).hasSize(1);
    }

    @Test
    void aLostAnswerIsFetchedByTheRefusalThatFollows() throws IOException {
        ClientScene scene = with(GRACE).refreshesAre(ANSWER_LOST, ANSWER_LOST);
        passTime(scene, NEAR_THE_END);

        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.refreshes).hasValue(3);
        assertThat(scene.renewed).hasSize(1);
    }

    @Test
    void aLostAnswerWithoutAGraceWindowEndsTheLogin() throws IOException {
        ClientScene scene = strict().refreshesAre(ANSWER_LOST);
        passTime(scene, NEAR_THE_END);

        assertThat(scene.get()).isEqualTo(404);
        assertThat(scene.ended).containsExactly(scene.first);
    }

    @Test
    void anEndIsToldOnceAndNothingIsTriedAnyMore() throws IOException {
        ClientScene scene = strict().refreshesAre(ANSWER_LOST);
        passTime(scene, NEAR_THE_END);
        scene.get();
        int tried = scene.refreshes.get();
        scene.get();

        assertThat(scene.ended).hasSize(1);
        assertThat(scene.refreshes).hasValue(tried);
    }

    @Test
    void aServerThatCannotRefreshIsLeftAloneWhileTheOldPairServes() throws IOException {
        ClientScene scene = strict().refreshesAre(ANSWERED_BY_A_BROKEN_SERVER);
        passTime(scene, NEAR_THE_END);

        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.refreshes).hasValue(1);
        passTime(scene, Duration.ofSeconds(31));
        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.renewed).hasSize(1);
    }

    @Test
    void aPairThatAnotherProcessHasJustSpentIsFollowedThroughTheGraceWindow() throws IOException {
        ClientScene scene = with(GRACE);
        scene.get();
        refreshElsewhere(scene);
        passTime(scene, Duration.ofSeconds(20));

        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.renewed).hasSize(1);
    }

    /** House: more than 60 s after the exchange, the whole family dies. */
    @Test
    void aPairThatMayHaveBeenSpentLongAgoIsNotPresentedToAServerThatTakesItForTheft() throws IOException {
        ClientScene scene = new ClientScene(TestServer.with(
                settings -> settings.exchangePolicy(ExchangePolicy.strict().withReuseDetection())
                        .loginPolicy(LoginPolicy.independent(2))));
        scene.get();
        refreshElsewhere(scene);
        passTime(scene, Duration.ofSeconds(61));

        assertThat(scene.get()).isEqualTo(404);
        assertThat(scene.refreshes).hasValue(0);
        assertThat(scene.ended).containsExactly(scene.first);
    }

    @Test
    void aNewLoginGoesOnWithTheSameSession() throws IOException {
        ClientScene scene = strict();
        scene.server.keys().revokeAll(scene.first.user());
        assertThat(scene.get()).isEqualTo(404);
        ApiKeyPair second = scene.login();
        scene.session.replace(second);

        assertThat(scene.get()).isEqualTo(200);
    }

    @Test
    void aReplayGuardDoesNotMindRequestsOfOneMillisecond() throws IOException {
        ClientScene scene =
                new ClientScene(TestServer.with(settings -> settings.replayGuard(new InMemoryReplayGuard())));

        assertThat(List.of(scene.get(), scene.get(), scene.get())).containsOnly(200);
    }

    @Test
    void aRefreshCorrectsTheClockAsWell() throws IOException {
        ClientScene scene = strict();
        scene.device.advance(Duration.ofDays(3).minusMinutes(30));
        scene.server.clock().advance(Duration.ofDays(3).minusHours(6));

        assertThat(scene.get()).isEqualTo(200);
        assertThat(scene.refreshes).hasValue(2);
        assertThat(scene.requests).hasValue(1);
    }

    @Test
    void aPairWithAShortLifeIsUsedForMostOfIt() throws IOException {
        ClientScene scene = new ClientScene(TestServer.with(settings -> settings.lifetime(Duration.ofMinutes(10))));
        scene.get();
        passTime(scene, Duration.ofMinutes(7));
        scene.get();
        assertThat(scene.refreshes).hasValue(1);
        passTime(scene, Duration.ofMinutes(1));
        scene.get();

        assertThat(scene.refreshes).hasValue(2);
    }

    @Test
    void aListenerThatFailsIsHeardAndThePairIsInUse() throws IOException {
        TestServer server = TestServer.standard();
        ClientScene scene = new ClientScene(
                server,
                settings -> settings.listener(pair -> {
                    throw new IllegalStateException("no disk");
                }));
        passTime(scene, NEAR_THE_END);

        assertThatThrownBy(scene::get).hasMessage("no disk");
        assertThat(scene.get()).isEqualTo(200);
    }

    @Test
    void nothingThatASessionSaysOfItselfHasASecretInIt() throws IOException {
        ClientScene scene = strict();
        String secret = scene.first.secret().reveal();

        assertThat(scene.session + " " + scene.session.begin("a:b") + " " + scene.session.pair())
                .doesNotContain(secret)
                .doesNotContain(scene.first.apiKey().text());
    }
}
