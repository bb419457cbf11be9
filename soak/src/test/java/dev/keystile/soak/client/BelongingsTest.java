package dev.keystile.soak.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A token of the {@code /tokens} dialect that was exchanged late: good until 170 s, to be exchanged until 120 s. */
class BelongingsTest {

    private static final Credential LATE = token("{\"iat\":0,\"exp\":170}");
    private static final long WHILE_EXCHANGEABLE = 110_000;
    private static final long WHILE_GOOD = 130_000;
    private static final long WHEN_OVER = 170_000;

    private final Belongings belongings = new Belongings(false);

    @Test
    void refusedWhileItMayBeExchangedItIsDead() {
        belongings.hold(LATE);
        belongings.couldNotBeExchangedAt(WHILE_EXCHANGEABLE);

        assertThat(belongings.isDead(LATE)).isTrue();
        assertThat(belongings.isEmpty()).isTrue();
    }

    @Test
    void refusedBecauseItIsTooLateToExchangeItItIsGoodAllTheSame() {
        belongings.hold(LATE);
        belongings.couldNotBeExchangedAt(WHILE_GOOD);

        assertThat(belongings.isDead(LATE)).isFalse();
        assertThat(belongings.surelyLiveAt(WHILE_GOOD)).isTrue();
    }

    @Test
    void refusedTooLateAndInDoubtItIsNeitherDeadNorGood() {
        belongings.hold(LATE);
        belongings.mayHaveBeenExchangedSince(WHILE_EXCHANGEABLE);
        belongings.couldNotBeExchangedAt(WHILE_GOOD);

        assertThat(belongings.isDead(LATE)).isFalse();
        assertThat(belongings.isEmpty()).isTrue();
    }

    @Test
    void refusedWhenItIsOverItIsDead() {
        belongings.hold(LATE);
        belongings.couldNotBeExchangedAt(WHEN_OVER);

        assertThat(belongings.isDead(LATE)).isTrue();
    }

    @Test
    void inTheGraceWindowALostExchangeIsAskedForOnceMore() {
        Belongings graceful = new Belongings(true);
        graceful.hold(LATE);
        graceful.mayHaveBeenExchangedSince(0);

        assertThat(graceful.mayAskAgain()).isTrue();
        assertThat(graceful.surelyExchangeableAt(7_999)).isTrue();
        assertThat(graceful.surelyExchangeableAt(8_000)).isFalse();
    }

    private static Credential token(String claims) {
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return Credential.token("a." + payload + ".b", 120);
    }
}
