package dev.keystile.store.contract.token;

import static dev.keystile.store.contract.token.LedgerDriver.NOW;
import static dev.keystile.store.contract.token.TestLogin.successorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.TokenReference;
import org.junit.jupiter.api.Test;

/** The mark of a user: no login from before counts, and the first one after does, to the millisecond. */
interface MarkChapter extends LedgerUnderTest {

    @Test
    default void aLoginBeforeTheMarkIsRevokedAndOneAtTheMarkIsNot() {
        TestLogin before = TestLogin.unique();
        TestLogin at = before.another(NOW + 1);
        TestLogin after = before.another(NOW + 2);

        mark(before, NOW + 1);

        driver().assertRevoked(before.token(), NOW + 5);
        driver().assertGood(at.token(), NOW + 5);
        driver().assertGood(after.token(), NOW + 5);
    }

    @Test
    default void everyLoginBeforeTheMarkIsRevoked() {
        TestLogin login = TestLogin.unique();
        TestLogin earliest = login.another(0);
        TestLogin other = login.another(NOW - 1);

        mark(login, NOW + 1);

        driver().assertRevoked(login.token(), NOW + 1);
        driver().assertRevoked(earliest.token(), NOW + 1);
        driver().assertRevoked(other.token(), NOW + 1);
    }

    @Test
    default void whatALoginWasExchangedForIsRevokedWithIt() {
        TokenReference token = TestLogin.unique().token();
        TokenReference successor = successorOf(driver().spend(token, ExchangePolicy.strict(), NOW + 100));

        driver().revokeLoginsBefore(token, NOW + 1, NOW + 200);

        driver().assertRevoked(token, NOW + 200);
        driver().assertRevoked(successor, NOW + 200);
    }

    @Test
    default void aTokenOfALoginBeforeTheMarkCannotBeExchanged() {
        TokenReference token = TestLogin.unique().token();
        driver().revokeLoginsBefore(token, NOW + 1, NOW);

        assertThat(driver().present(token, GraceChapter.LENIENT, NOW)).isEqualTo(new ExchangeResult.Unknown<>());
        assertThat(driver().present(token, ReuseChapter.WATCHFUL, NOW)).isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    default void aMarkCountsToANodeWhoseClockIsBehind() {
        TestLogin login = TestLogin.unique();
        driver().ledger().revokeLoginsBefore(login.holder(), NOW + 1, NOW + 1000, NOW + 2000);

        driver().assertRevoked(login.token(), NOW);
    }

    @Test
    default void aMarkIsMovedOn() {
        TestLogin login = TestLogin.unique();
        TestLogin later = login.another(NOW + 50);
        mark(login, NOW + 1);
        driver().assertGood(later.token(), NOW + 60);

        mark(login, NOW + 51);

        driver().assertRevoked(later.token(), NOW + 60);
        driver().assertRevoked(login.token(), NOW + 60);
    }

    @Test
    default void aMarkIsNeverMovedBack() {
        TestLogin login = TestLogin.unique();
        TestLogin later = login.another(NOW + 50);
        mark(login, NOW + 51);

        mark(login, NOW + 1);

        driver().assertRevoked(later.token(), NOW + 60);
    }

    @Test
    default void aMarkIsRememberedInItsLastMillisecondAndForgottenAtItsEnd() {
        TestLogin login = TestLogin.unique();

        driver().ledger().revokeLoginsBefore(login.holder(), NOW + 1, NOW, NOW + 500);

        driver().assertRevoked(login.token(), NOW + 499);
        driver().assertGood(login.token(), NOW + 500);
    }

    @Test
    default void aSecondMarkNeverShortensTheFirst() {
        TestLogin login = TestLogin.unique();
        driver().ledger().revokeLoginsBefore(login.holder(), NOW + 1, NOW, NOW + 500);

        driver().ledger().revokeLoginsBefore(login.holder(), NOW + 2, NOW + 1, NOW + 100);

        driver().assertRevoked(login.token(), NOW + 499);
    }

    @Test
    default void aSecondMarkProlongsTheFirst() {
        TestLogin login = TestLogin.unique();
        driver().ledger().revokeLoginsBefore(login.holder(), NOW + 1, NOW, NOW + 500);

        driver().ledger().revokeLoginsBefore(login.holder(), NOW + 1, NOW + 499, NOW + 900);

        driver().assertRevoked(login.token(), NOW + 899);
        driver().assertGood(login.token(), NOW + 900);
    }

    @Test
    default void aMarkThatIsOverSaysNothingOfTheNextOne() {
        TestLogin login = TestLogin.unique();
        TestLogin later = login.another(NOW + 50);
        driver().ledger().revokeLoginsBefore(login.holder(), NOW + 100, NOW, NOW + 500);

        driver().ledger().revokeLoginsBefore(login.holder(), NOW + 1, NOW + 500, NOW + 900);

        driver().assertRevoked(login.token(), NOW + 899);
        driver().assertGood(later.token(), NOW + 500);
    }

    @Test
    default void aMarkOutranksSpent() {
        TestLogin login = TestLogin.unique();
        TokenReference token = login.token();
        driver().spend(token, ExchangePolicy.strict(), NOW);

        driver().ledger().revokeLoginsBefore(login.holder(), NOW + 1, NOW, NOW + 500);

        driver().assertRevoked(token, NOW + 499);
        driver().assertSpent(token, NOW + 500);
    }

    private void mark(TestLogin login, long markMillis) {
        driver().revokeLoginsBefore(login.token(), markMillis, NOW);
    }
}
