package dev.keystile.store.contract.token;

import static dev.keystile.store.contract.token.LedgerDriver.LATER;
import static dev.keystile.store.contract.token.LedgerDriver.NOW;
import static dev.keystile.store.contract.token.TestLogin.successorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.TokenReference;
import org.junit.jupiter.api.Test;

/** That a family which was revoked stays so, for as long as was asked. */
interface LogoutChapter extends LedgerUnderTest {

    @Test
    default void everyTokenOfTheFamilyIsRevoked() {
        TestLogin login = TestLogin.unique();
        TokenReference first = login.token();
        TokenReference second = successorOf(driver().spend(first, ExchangePolicy.strict(), NOW));

        driver().revokeFamily(second, NOW + 1);

        driver().assertRevoked(first, NOW + 1);
        driver().assertRevoked(second, NOW + 1);
        driver().assertRevoked(login.token(), NOW + 1);
    }

    @Test
    default void aRevokedTokenCannotBeExchanged() {
        TokenReference token = TestLogin.unique().token();
        driver().revokeFamily(token, NOW);

        for (ExchangePolicy policy :
                new ExchangePolicy[] {ExchangePolicy.strict(), GraceChapter.LENIENT, ReuseChapter.WATCHFUL}) {
            assertThat(driver().present(token, policy, NOW)).isEqualTo(new ExchangeResult.Unknown<>());
        }
    }

    @Test
    default void aRefusedExchangeOfARevokedTokenSpendsNothing() {
        TokenReference token = TestLogin.unique().token();
        revokeUntil(token, NOW, NOW + 500);
        driver().present(token, ExchangePolicy.strict(), NOW);

        driver().assertGood(token, NOW + 500);
    }

    @Test
    default void aLogoutOutranksSpent() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, ExchangePolicy.strict(), NOW);

        revokeUntil(token, NOW, NOW + 500);

        driver().assertRevoked(token, NOW + 499);
        driver().assertSpent(token, NOW + 500);
    }

    @Test
    default void aRevokedFamilyIsRevokedToANodeWhoseClockIsBehind() {
        TokenReference token = TestLogin.unique().token();

        driver().revokeFamily(token, NOW + 1000);

        driver().assertRevoked(token, NOW);
    }

    @Test
    default void aRevocationIsRememberedInItsLastMillisecondAndForgottenAtItsEnd() {
        TokenReference token = TestLogin.unique().token();

        revokeUntil(token, NOW, NOW + 500);

        driver().assertRevoked(token, NOW + 499);
        driver().assertGood(token, NOW + 500);
    }

    @Test
    default void aSecondRevocationProlongsTheFirst() {
        TokenReference token = TestLogin.unique().token();
        revokeUntil(token, NOW, NOW + 500);

        revokeUntil(token, NOW + 499, NOW + 900);

        driver().assertRevoked(token, NOW + 899);
        driver().assertGood(token, NOW + 900);
    }

    @Test
    default void aSecondRevocationNeverShortensTheFirst() {
        TokenReference token = TestLogin.unique().token();
        revokeUntil(token, NOW, NOW + 500);

        revokeUntil(token, NOW + 1, NOW + 100);

        driver().assertRevoked(token, NOW + 499);
    }

    @Test
    default void aFamilyCanBeRevokedAnewAfterTheEnd() {
        TokenReference token = TestLogin.unique().token();
        revokeUntil(token, NOW, NOW + 500);

        revokeUntil(token, NOW + 500, NOW + 600);

        driver().assertRevoked(token, NOW + 599);
        driver().assertGood(token, NOW + 600);
    }

    @Test
    default void otherLoginsOfTheUserGoOn() {
        TestLogin login = TestLogin.unique();
        TokenReference bystander = login.another(NOW).token();

        driver().revokeFamily(login.token(), NOW);

        driver().assertGood(bystander, NOW);
        driver().assertGood(bystander, LATER - 1);
    }

    private void revokeUntil(TokenReference token, long nowMillis, long untilMillis) {
        driver().ledger().revokeFamily(token.holder(), token.family(), nowMillis, untilMillis);
    }
}
