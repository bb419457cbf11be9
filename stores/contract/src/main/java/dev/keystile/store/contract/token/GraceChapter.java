package dev.keystile.store.contract.token;

import static dev.keystile.store.contract.token.LedgerDriver.NOW;
import static dev.keystile.store.contract.token.TestLogin.exchange;
import static dev.keystile.store.contract.token.TestLogin.successorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenSuccessor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The grace window: who gets the winner's successor, and until when. */
interface GraceChapter extends LedgerUnderTest {

    /** The length of the window in these tests. */
    long GRACE = 10_000;

    /** A window and nothing else. */
    ExchangePolicy LENIENT = ExchangePolicy.strict().withGraceWindow(Duration.ofMillis(GRACE));

    @Test
    default void theLoserOfARaceGetsTheWinnersVerySuccessor() {
        TokenReference token = TestLogin.unique().token();
        TokenExchange won = driver().spend(token, LENIENT, NOW);

        assertRaced(won, LENIENT, NOW);
        assertRaced(won, LENIENT, NOW + 1);
    }

    @Test
    default void aSpentTokenIsSpentInsideTheWindowToo() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, LENIENT, NOW);

        driver().assertSpent(token, NOW);
        driver().assertSpent(token, NOW + GRACE);
    }

    @Test
    default void theWindowIsOpenInItsLastMillisecond() {
        TokenExchange won = driver().spend(TestLogin.unique().token(), LENIENT, NOW);

        assertRaced(won, LENIENT, NOW + GRACE - 1);
    }

    @Test
    default void theWindowIsShutAtItsEnd() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, LENIENT, NOW);

        assertUnknown(token, LENIENT, NOW + GRACE);
    }

    @Test
    default void theLongestWindowIsSixtySeconds() {
        ExchangePolicy longest = ExchangePolicy.strict().withGraceWindow(ExchangePolicy.LONGEST_GRACE);
        TokenReference token = TestLogin.unique().token();
        TokenExchange won = driver().spend(token, longest, NOW);

        assertRaced(won, longest, NOW + 59_999);
        assertUnknown(token, longest, NOW + 60_000);
    }

    @Test
    default void aClockThatIsBehindTheExchangeIsInsideTheWindow() {
        TokenExchange won = driver().spend(TestLogin.unique().token(), LENIENT, NOW + 5_000);

        assertRaced(won, LENIENT, NOW);
    }

    @Test
    default void aLoserDoesNotProlongTheWindow() {
        TokenReference token = TestLogin.unique().token();
        TokenExchange won = driver().spend(token, LENIENT, NOW);
        assertRaced(won, LENIENT, NOW + GRACE - 1);

        assertUnknown(token, LENIENT, NOW + GRACE);
    }

    @Test
    default void theWindowEndsWhenTheSuccessorIsExchanged() {
        TokenReference token = TestLogin.unique().token();
        TokenExchange first = driver().spend(token, LENIENT, NOW);
        TokenExchange second = driver().spend(successorOf(first), LENIENT, NOW + 1);

        assertUnknown(token, LENIENT, NOW + 2);
        assertRaced(second, LENIENT, NOW + 2);
    }

    @Test
    default void theWindowEndsWhenTheFamilyIsRevoked() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, LENIENT, NOW);

        driver().revokeFamily(token, NOW + 1);

        assertUnknown(token, LENIENT, NOW + 1);
    }

    @Test
    default void theWindowEndsWhenTheLoginIsRevoked() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, LENIENT, NOW);

        driver().revokeLoginsBefore(token, NOW + 1, NOW + 1);

        assertUnknown(token, LENIENT, NOW + 1);
    }

    @Test
    default void askingForTheSuccessorsStandingLeavesTheWindowOpen() {
        TokenExchange won = driver().spend(TestLogin.unique().token(), LENIENT, NOW);

        driver().assertGood(successorOf(won), NOW + 1);

        assertRaced(won, LENIENT, NOW + 1);
    }

    @Test
    default void aStrictPolicyGetsNoSuccessor() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, LENIENT, NOW);

        assertUnknown(token, ExchangePolicy.strict(), NOW + 1);
    }

    @Test
    default void aTokenThatWasSpentUnderAStrictPolicyHasNoWindow() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, ExchangePolicy.strict(), NOW);

        assertUnknown(token, LENIENT, NOW);
    }

    @Test
    default void theWindowOfTheExchangeThatSpentTheTokenDecides() {
        ExchangePolicy longer = ExchangePolicy.strict().withGraceWindow(Duration.ofMillis(2 * GRACE));
        TokenReference token = TestLogin.unique().token();
        TokenExchange won = driver().spend(token, LENIENT, NOW);

        assertRaced(won, longer, NOW + GRACE - 1);
        assertUnknown(token, longer, NOW + GRACE);
    }

    @Test
    default void theWindowOfTheExchangeThatPresentsItAgainDecidesToo() {
        ExchangePolicy shorter = ExchangePolicy.strict().withGraceWindow(Duration.ofMillis(GRACE / 2));
        TokenReference token = TestLogin.unique().token();
        TokenExchange won = driver().spend(token, LENIENT, NOW);

        assertRaced(won, shorter, NOW + GRACE / 2 - 1);
        assertUnknown(token, shorter, NOW + GRACE / 2);
    }

    @Test
    default void noWindowOutlivesWhatIsRememberedOfTheToken() {
        TokenReference token = TestLogin.unique().token();
        TokenExchange won = exchange(token, LENIENT, NOW, NOW + 100);
        driver().spend(won);

        assertRaced(won, LENIENT, NOW + 99);
        driver().spend(token, LENIENT, NOW + 100);
    }

    @Test
    default void aSealedSuccessorComesBackAsItWentIn() {
        TokenReference token = TestLogin.unique().token();
        SealedToken largest = SealedToken.of(RandomBytes.secure().next(16 * 1024));
        TokenExchange template = exchange(token, LENIENT, NOW);
        driver().spend(new TokenExchange(
                token,
                new TokenSuccessor(template.successor().tokenId(), largest),
                LENIENT,
                NOW,
                template.spentUntilMillis(),
                template.familyUntilMillis()));

        assertThat(driver().present(token, LENIENT, NOW)).isEqualTo(new ExchangeResult.Raced<>(largest));
    }

    private void assertRaced(TokenExchange won, ExchangePolicy policy, long nowMillis) {
        SealedToken sealed = TestLogin.sealedBy(won);
        assertThat(driver().present(won.spent(), policy, nowMillis)).isEqualTo(new ExchangeResult.Raced<>(sealed));
        assertThat(driver().otherNode().exchange(exchange(won.spent(), policy, nowMillis)))
                .isEqualTo(new ExchangeResult.Raced<>(sealed));
    }

    private void assertUnknown(TokenReference token, ExchangePolicy policy, long nowMillis) {
        assertThat(driver().present(token, policy, nowMillis)).isEqualTo(new ExchangeResult.Unknown<>());
    }
}
