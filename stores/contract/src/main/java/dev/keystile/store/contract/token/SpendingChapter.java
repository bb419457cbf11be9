package dev.keystile.store.contract.token;

import static dev.keystile.store.contract.token.LedgerDriver.LATER;
import static dev.keystile.store.contract.token.LedgerDriver.NOW;
import static dev.keystile.store.contract.token.TestLogin.exchange;
import static dev.keystile.store.contract.token.TestLogin.successorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenReference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a token is spent once, and until when that is remembered, under the strict policy. */
interface SpendingChapter extends LedgerUnderTest {

    /** One exchange wins, and nothing else. */
    ExchangePolicy STRICT = ExchangePolicy.strict();

    @Test
    default void aTokenThatNobodySpentIsGood() {
        driver().assertGood(TestLogin.unique().token(), NOW);
    }

    @Test
    default void anExchangeSpendsTheTokenAndItsSuccessorIsGood() {
        TokenReference token = TestLogin.unique().token();

        TokenExchange exchange = driver().spend(token, STRICT, NOW);

        driver().assertSpent(token, NOW);
        driver().assertGood(successorOf(exchange), NOW);
    }

    @Test
    default void aSecondExchangeIsUnknown() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, STRICT, NOW);

        assertUnknown(token, NOW);
        assertUnknown(token, NOW + 1);
        assertThat(driver().otherNode().exchange(exchange(token, STRICT, NOW)))
                .isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    default void toAskForAStandingChangesNothing() {
        TokenReference token = TestLogin.unique().token();
        driver().assertGood(token, NOW);
        driver().assertGood(token, LATER);

        driver().spend(token, STRICT, NOW);
    }

    @Test
    default void aSpentTokenIsSpentToANodeWhoseClockIsBehind() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, STRICT, NOW + 1000);

        driver().assertSpent(token, NOW);
        assertUnknown(token, NOW);
    }

    @Test
    default void aSpentTokenIsRememberedInItsLastMillisecond() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(exchange(token, STRICT, NOW, NOW + 500));

        driver().assertSpent(token, NOW + 499);
        assertUnknown(token, NOW + 499);
    }

    @Test
    default void aSpentTokenIsForgottenAtItsEnd() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(exchange(token, STRICT, NOW, NOW + 500));

        driver().assertGood(token, NOW + 500);
        driver().spend(token, STRICT, NOW + 500);
    }

    @Test
    default void aTokenThatIsSpentAnewAfterItsEndIsRememberedUntilItsNewOne() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(exchange(token, STRICT, NOW, NOW + 500));
        driver().spend(exchange(token, STRICT, NOW + 500, NOW + 900));

        driver().assertSpent(token, NOW + 899);
        driver().assertGood(token, NOW + 900);
    }

    @Test
    default void aRefusedExchangeDoesNotProlongWhatIsRemembered() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(exchange(token, STRICT, NOW, NOW + 500));
        driver().present(token, STRICT, NOW + 1);

        driver().assertGood(token, NOW + 500);
    }

    @Test
    default void aRefusedExchangeSpendsNothing() {
        TokenReference token = TestLogin.unique().token();
        driver().spend(token, STRICT, NOW);
        TokenExchange refused = exchange(token, STRICT, NOW);

        driver().ledger().exchange(refused);

        driver().spend(successorOf(refused), STRICT, NOW);
    }

    @Test
    default void aChainOfExchangesLeavesItsLastTokenAlone() {
        TokenReference latest = TestLogin.unique().token();
        for (int i = 1; i <= 20; i++) {
            TokenReference former = latest;
            latest = successorOf(driver().spend(former, STRICT, NOW + i));
            driver().assertSpent(former, NOW + i);
        }
        driver().assertGood(latest, NOW + 20);
    }

    @Test
    default void tokensOfOneLoginAreSpentOneByOne() {
        TestLogin login = TestLogin.unique();
        TokenReference bystander = login.token();

        driver().spend(login.token(), STRICT, NOW);

        driver().assertGood(bystander, NOW);
    }

    @Test
    default void idsAreComparedCharacterByCharacter() {
        TestLogin login = TestLogin.unique();
        driver().spend(login.token("Jti-ae"), STRICT, NOW);

        for (String other :
                List.of("jti-ae", "JTI-AE", "Jti-ae ", " Jti-ae", "Jti-áe", "Jti-ae\u200b", "Jti-æ", "Jti-a", "%")) {
            driver().assertGood(login.token(other), NOW);
        }
    }

    @Test
    default void idsOfEveryShapeAreKept() {
        TestLogin login = TestLogin.unique();
        String longest = "j".repeat(TokenReference.MAX_TOKEN_ID);
        String wide = "令".repeat(TokenReference.MAX_TOKEN_ID);
        String emoji = "😀".repeat(TokenReference.MAX_TOKEN_ID / 2);

        for (String id : List.of(longest, wide, emoji, "{}", "a:b", "a'b", "a\"b\\", "0")) {
            driver().spend(login.token(id), STRICT, NOW);
            driver().assertSpent(login.token(id), NOW);
        }
        driver().assertGood(login.token(longest.substring(1)), NOW);
        driver().assertGood(login.token(longest.substring(1) + "k"), NOW);
    }

    private void assertUnknown(TokenReference token, long nowMillis) {
        assertThat(driver().present(token, STRICT, nowMillis)).isEqualTo(new ExchangeResult.Unknown<>());
    }
}
