package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Pairs live for three days unless told otherwise, and end to the millisecond. */
class ExpiryTest {

    private static final long THREE_DAYS = Duration.ofDays(3).toMillis();

    private final TestServer server = TestServer.standard();
    private final Client client = server.login();

    @Test
    void aPairLivesInTheLastMillisecondBeforeItsExpiry() {
        server.clock().setMillis(TestServer.START + THREE_DAYS - 1);

        assertThat(server.personal(client)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void aPairIsRenewedInTheLastMillisecondBeforeItsExpiry() {
        server.clock().setMillis(TestServer.START + THREE_DAYS - 1);

        assertThat(server.refreshKeys(client).json().number("expiresIn"))
                .isEqualTo(TestServer.START + 2 * THREE_DAYS - 1);
    }

    @Test
    void aPairIsDeadAtTheMillisecondOfItsExpiry() {
        server.clock().setMillis(TestServer.START + THREE_DAYS);

        assertThat(server.personal(client)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.refreshKeys(client)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.logout(client)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void aClockThatJumpsBackLeavesThePairAlive() {
        server.clock().setMillis(TestServer.START - THREE_DAYS);

        assertThat(server.personal(client)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void theLifetimeIsWhatItWasSetTo() {
        TestServer brief = TestServer.with(settings -> settings.lifetime(Duration.ofSeconds(1)));
        Client shortLived = brief.login();
        brief.clock().setMillis(TestServer.START + 999);
        assertThat(brief.personal(shortLived)).isEqualTo(TestServer.personalOfDemo());

        brief.clock().setMillis(TestServer.START + 1_000);
        assertThat(brief.personal(shortLived)).isEqualTo(API_KEY_NOT_FOUND);
    }
}
