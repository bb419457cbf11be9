package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static dev.keystile.caa.fixture.Answer.INVALID_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaHeader;
import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.codec.CanonicalBase64;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.fixture.Race;
import dev.keystile.store.ReplayGuard;
import dev.keystile.store.memory.InMemoryReplayGuard;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The contracts, "Order of checks": where the replay guard is on, the same key and signature are accepted once in the window. */
class ReplayTest {

    private static final long WINDOW = 300_000;

    @AutoClose
    private final Race race = new Race();

    private final List<Long> keptUntil = Collections.synchronizedList(new ArrayList<>());
    private final ReplayGuard memory = new InMemoryReplayGuard();
    private final TestServer server =
            TestServer.with(settings -> settings.replayGuard((credential, digest, until, now) -> {
                        keptUntil.add(until);
                        return memory.isFirstUse(credential, digest, until, now);
                    })
                    .exchangePolicy(ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(60))));
    private final Client client = server.login();

    @Test
    void aRequestThatIsSentAgainIsRefused() {
        List<String> header = client.authorization(TestServer.PERSONAL);

        assertThat(server.personal(header)).isEqualTo(TestServer.personalOfDemo());
        assertThat(server.personal(header)).isEqualTo(INVALID_SIGNATURE);
    }

    @Test
    void aRequestThatIsSignedAnewIsServed() {
        server.personal(client);
        server.clock().advance(Duration.ofMillis(1));

        assertThat(server.personal(client)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void aReplayIsRefusedInTheLastMillisecondOfTheWindow() {
        List<String> header = client.authorization(TestServer.PERSONAL);
        server.personal(header);
        server.clock().setMillis(TestServer.START + WINDOW);

        assertThat(server.personal(header)).isEqualTo(INVALID_SIGNATURE);
    }

    @Test
    void aSignatureIsRememberedUntilTheWindowOfItsTimestampHasPassed() {
        Client fast = client.at(Clock.offset(server.clock(), Duration.ofMinutes(5)));
        server.personal(fast);

        assertThat(keptUntil).containsExactly(TestServer.START + 2 * WINDOW + 1);
    }

    @Test
    void aWrongSignatureIsNotRecorded() {
        server.personal(Client.of(client.apiKey(), client.apiKey(), server.clock()));

        assertThat(keptUntil).isEmpty();
    }

    @Test
    void aSignatureOutsideTheWindowIsNotRecorded() {
        server.personal(client.at(Clock.offset(server.clock(), Duration.ofHours(1))));

        assertThat(keptUntil).isEmpty();
    }

    @Test
    void aGarbledCopyOfAHeaderDoesNotSpoilTheHeaderItself() {
        String header = client.sign(TestServer.PERSONAL);
        server.personal(List.of(withFlippedSignature(header)));

        assertThat(server.personal(List.of(header))).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void aHeaderInAnotherCaseIsTheSameHeader() {
        String header = client.sign(TestServer.PERSONAL);
        server.personal(List.of(header));

        assertThat(server.personal(List.of("caa" + header.substring(3)))).isEqualTo(INVALID_SIGNATURE);
    }

    @Test
    void twoUsersWhoSignAtTheSameMomentDoNotDisturbEachOther() {
        server.personal(client);

        assertThat(server.personal(server.login(TestUsers.OTHER_MOBILE)).isOk()).isTrue();
    }

    /** In the grace window the spent pair may refresh again, but not by the very header that spent it. */
    @Test
    void aReplayOfTheHeaderThatSpentThePairIsLikeAnyDeadKey() {
        List<String> header = client.authorization(TestServer.REFRESH_KEYS);
        Answer granted = server.refreshKeys(header);

        assertThat(server.refreshKeys(header)).isEqualTo(API_KEY_NOT_FOUND);
        server.clock().advance(Duration.ofMillis(1));
        assertThat(server.refreshKeys(client)).isEqualTo(granted);
    }

    @Test
    void of32CopiesAtOnceOneIsServed() throws Exception {
        for (int round = 0; round < 50; round++) {
            server.clock().advance(Duration.ofMillis(1));
            List<String> header = client.authorization(TestServer.PERSONAL);

            List<Answer> answers = race.run(Collections.nCopies(32, () -> server.personal(header)));

            assertThat(answers).filteredOn(Answer::isOk).hasSize(1);
            assertThat(answers).filteredOn(answer -> !answer.isOk()).containsOnly(INVALID_SIGNATURE);
        }
    }

    @Test
    void theGuardIsOffUnlessItIsTurnedOn() {
        TestServer open = TestServer.standard();
        List<String> header = open.login().authorization(TestServer.PERSONAL);
        open.personal(header);

        assertThat(open.personal(header)).isEqualTo(TestServer.personalOfDemo());
    }

    private static String withFlippedSignature(String header) {
        CaaHeader parsed = (CaaHeader) CaaHeader.parse(header);
        byte[] signature = parsed.signature();
        signature[0] ^= 1;
        String inner =
                parsed.apiKey().text() + ":" + CanonicalBase64.encode(signature) + " " + parsed.timestampMillis();
        return "Caa " + CanonicalBase64.encode(inner.getBytes(StandardCharsets.US_ASCII));
    }
}
