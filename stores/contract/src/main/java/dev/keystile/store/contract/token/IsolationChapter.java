package dev.keystile.store.contract.token;

import static dev.keystile.store.contract.token.LedgerDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That users and kinds don't touch one another, whatever else is the same, and also where ids look alike. */
interface IsolationChapter extends LedgerUnderTest {

    @Test
    default void toSpendATokenSpendsNobodyElses() {
        TestLogin login = TestLogin.unique();
        driver().spend(login.token("jti"), ExchangePolicy.strict(), NOW);

        strangersTo(login).forEach(stranger -> driver().assertGood(stranger.token("jti"), NOW));
    }

    @Test
    default void everybodySpendsATokenOfThatIdOnce() {
        TestLogin login = TestLogin.unique();
        driver().spend(login.token("jti"), ExchangePolicy.strict(), NOW);

        strangersTo(login).forEach(stranger -> driver().spend(stranger.token("jti"), ExchangePolicy.strict(), NOW));
    }

    @Test
    default void toRevokeAFamilyRevokesNobodyElses() {
        TestLogin login = TestLogin.unique();
        driver().revokeFamily(login.token(), NOW);

        strangersTo(login).forEach(stranger -> driver().assertGood(stranger.token(), NOW));
    }

    @Test
    default void aMarkIsNobodyElses() {
        TestLogin login = TestLogin.unique();
        driver().revokeLoginsBefore(login.token(), NOW + 1, NOW);

        strangersTo(login).forEach(stranger -> driver().assertGood(stranger.token(), NOW));
    }

    @Test
    default void aTheftEndsNobodyElsesFamily() {
        TestLogin login = TestLogin.unique();
        TokenReference token = login.token();
        driver().spend(token, ReuseChapter.WATCHFUL, NOW);
        driver().present(token, ReuseChapter.WATCHFUL, NOW + ReuseChapter.SOON + 1);

        strangersTo(login).forEach(stranger -> driver().assertGood(stranger.token(), NOW + ReuseChapter.SOON + 1));
    }

    @Test
    default void aSuccessorThatIsSpentInAnotherNameLeavesTheWindowOpen() {
        TestLogin login = TestLogin.unique();
        TokenReference token = login.token();
        TokenExchange won = driver().spend(token, GraceChapter.LENIENT, NOW);
        String successor = won.successor().tokenId();

        strangersTo(login).forEach(stranger -> driver().spend(stranger.token(successor), ExchangePolicy.strict(), NOW));

        assertThat(driver().present(token, GraceChapter.LENIENT, NOW))
                .isEqualTo(new ExchangeResult.Raced<>(TestLogin.sealedBy(won)));
    }

    @Test
    default void familiesAreComparedCharacterByCharacter() {
        TestLogin login = TestLogin.unique();
        String family = login.family().value();
        driver().revokeFamily(login.token(), NOW);

        for (String other : List.of(swapCase(family), family + "-", family.substring(1), family + family)) {
            TestLogin another = new TestLogin(login.holder(), new FamilyId(other), login.atMillis());
            driver().assertGood(another.token(), NOW);
        }
    }

    /** The same login under other kinds and other users' names, those that look alike first. */
    private static Stream<TestLogin> strangersTo(TestLogin login) {
        String user = login.holder().user().value();
        String kind = login.holder().kind();
        Stream<TokenHolder> users = Stream.of(
                        user.toUpperCase(Locale.ROOT),
                        user + " ",
                        "ç" + user.substring(1),
                        user + "-",
                        user.substring(1),
                        TestLogin.unique().holder().user().value())
                .map(id -> new TokenHolder(new UserId(id), kind));
        Stream<TokenHolder> kinds = Stream.of(kind + "-", kind.substring(1), "bearer")
                .map(other -> new TokenHolder(login.holder().user(), other));
        return Stream.concat(users, kinds).map(login::heldBy);
    }

    private static String swapCase(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT))
                ? text.toLowerCase(Locale.ROOT)
                : text.toUpperCase(Locale.ROOT);
    }
}
