package dev.keystile.store.contract.token;

import static dev.keystile.store.contract.token.LedgerDriver.NOW;
import static dev.keystile.store.contract.token.TestLogin.exchange;
import static dev.keystile.store.contract.token.TestLogin.successorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Reuse detection: what a spent token that comes back does to its family. */
interface ReuseChapter extends LedgerUnderTest {

    /** More than this has to pass before the return of a spent token is a theft. */
    long SOON = 60_000;

    /** Reuse detection and nothing else. */
    ExchangePolicy WATCHFUL = ExchangePolicy.strict().withReuseDetection();

    @Test
    default void aReturnWithinSixtySecondsIsToldAndEndsNothing() {
        TokenReference token = TestLogin.unique().token();
        TokenReference successor = successorOf(driver().spend(token, WATCHFUL, NOW));

        assertReused(token, NOW, false);
        assertReused(token, NOW + SOON, false);
        driver().assertGood(successor, NOW + SOON);
        driver().assertSpent(token, NOW + SOON);
    }

    @Test
    default void aReturnAfterSixtySecondsEndsTheFamily() {
        TokenReference token = TestLogin.unique().token();
        TokenReference successor = successorOf(driver().spend(token, WATCHFUL, NOW));

        assertReused(token, NOW + SOON + 1, true);

        driver().assertRevoked(successor, NOW + SOON + 1);
        driver().assertRevoked(token, NOW + SOON + 1);
    }

    @Test
    default void aTheftIsToldOnce() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, WATCHFUL, NOW);
        assertReused(token, NOW + SOON + 1, true);

        assertThat(driver().present(token, WATCHFUL, NOW + SOON + 1)).isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    default void aTokenOfManyExchangesAgoEndsTheFamilyToo() {
        TokenReference first = TestLogin.unique().token();
        TokenReference second = successorOf(driver().spend(first, WATCHFUL, NOW));
        TokenReference third = successorOf(driver().spend(second, WATCHFUL, NOW + SOON));

        assertReused(first, NOW + SOON + 1, true);

        driver().assertRevoked(third, NOW + SOON + 1);
        assertThat(driver().present(third, WATCHFUL, NOW + SOON + 1)).isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    default void theSixtySecondsCountFromTheTokensOwnExchange() {
        TokenReference first = TestLogin.unique().token();
        TokenReference second = successorOf(driver().spend(first, WATCHFUL, NOW));
        driver().spend(second, WATCHFUL, NOW + SOON);

        assertReused(second, NOW + SOON + 1, false);
    }

    @Test
    default void aTheftIsRememberedUntilTheFamilysEndAndNoLonger() {
        TokenReference token = TestLogin.unique().token();
        TokenReference successor = successorOf(driver().spend(token, WATCHFUL, NOW));
        long now = NOW + SOON + 1;
        driver().ledger().exchange(exchange(token, WATCHFUL, now, now + 500));

        driver().assertRevoked(successor, now + 499);
        driver().assertGood(successor, now + 500);
    }

    @Test
    default void aTheftEndsNoOtherLoginOfTheUser() {
        TestLogin login = TestLogin.unique();
        TokenReference token = login.token();
        TokenReference bystander = login.another(NOW).token();
        driver().spend(token, WATCHFUL, NOW);

        assertReused(token, NOW + SOON + 1, true);

        driver().assertGood(bystander, NOW + SOON + 1);
    }

    @Test
    default void aTokenThatWasSpentUnderAnotherPolicyIsWatchedToo() {
        TokenReference token = TestLogin.unique().token();
        TokenReference successor = successorOf(driver().spend(token, ExchangePolicy.strict(), NOW));

        assertReused(token, NOW + SOON + 1, true);

        driver().assertRevoked(successor, NOW + SOON + 1);
    }

    @Test
    default void insideTheGraceWindowARaceIsNoReuse() {
        ExchangePolicy both = WATCHFUL.withGraceWindow(Duration.ofSeconds(10));
        TokenReference token = TestLogin.unique().token();
        TokenExchange won = driver().spend(token, both, NOW);

        assertThat(driver().present(token, both, NOW + 9_999))
                .isEqualTo(new ExchangeResult.Raced<>(TestLogin.sealedBy(won)));
        assertThat(driver().present(token, both, NOW + 10_000)).isEqualTo(new ExchangeResult.Reused<>(false));
    }

    @Test
    default void insideTheGraceWindowATokenThatIsNotTheImmediatePredecessorIsReused() {
        ExchangePolicy both = WATCHFUL.withGraceWindow(Duration.ofSeconds(10));
        TokenReference first = TestLogin.unique().token();
        TokenReference second = successorOf(driver().spend(first, both, NOW));
        driver().spend(second, both, NOW + 1);

        assertThat(driver().present(first, both, NOW + 2)).isEqualTo(new ExchangeResult.Reused<>(false));
    }

    @Test
    default void withoutAWindowAClockThatIsBehindTheExchangeIsNoRace() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, WATCHFUL, NOW + 5_000);

        assertReused(token, NOW, false);
    }

    @Test
    default void aPolicyWithoutDetectionTellsAndEndsNothing() {
        TokenReference token = TestLogin.unique().token();
        TokenReference successor = successorOf(driver().spend(token, WATCHFUL, NOW));

        assertThat(driver().present(token, ExchangePolicy.strict(), NOW + SOON + 1))
                .isEqualTo(new ExchangeResult.Unknown<>());

        driver().assertGood(successor, NOW + SOON + 1);
    }

    @Test
    default void toAskForTheStandingOfASpentTokenEndsNothing() {
        TokenReference token = TestLogin.unique().token();
        TokenReference successor = successorOf(driver().spend(token, WATCHFUL, NOW));

        driver().assertSpent(token, NOW + SOON + 1);

        driver().assertGood(successor, NOW + SOON + 1);
    }

    private void assertReused(TokenReference token, long nowMillis, boolean familyRevoked) {
        assertThat(driver().present(token, WATCHFUL, nowMillis)).isEqualTo(new ExchangeResult.Reused<>(familyRevoked));
    }
}
