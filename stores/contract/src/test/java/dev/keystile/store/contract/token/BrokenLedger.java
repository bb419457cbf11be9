package dev.keystile.store.contract.token;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenLedger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A sound ledger with one fault, as a careless implementer might make it.
 *
 * @param noticedBy the tests that have to fail; others may
 */
record BrokenLedger(String fault, Supplier<TokenLedger> maker, List<String> noticedBy) {

    static Stream<BrokenLedger> all() {
        return Stream.of(
                broken("checks then acts", CarelessLedger.CheckThenAct::new, "ofManyExchangesOfOneTokenExactlyOneWins"),
                broken(
                        "revokes known tokens alone",
                        CarelessLedger.RevokesKnownTokens::new,
                        "everyTokenOfTheFamilyIsRevoked",
                        "noExchangeOutlivesALogout"),
                broken("forgets marks", CarelessLedger.WithoutMarks::new, "everyLoginBeforeTheMarkIsRevoked"),
                broken(
                        "moves marks back",
                        CarelessLedger.LatestMarkAlone::new,
                        "aMarkIsNeverMovedBack",
                        "aSecondMarkNeverShortensTheFirst"),
                broken(
                        "shifts marks back",
                        () -> new BentLedger().shiftingMarksBy(-1),
                        "aLoginBeforeTheMarkIsRevokedAndOneAtTheMarkIsNot"),
                broken(
                        "shifts marks on",
                        () -> new BentLedger().shiftingMarksBy(1),
                        "aLoginBeforeTheMarkIsRevokedAndOneAtTheMarkIsNot"),
                broken(
                        "keeps the window open",
                        CarelessLedger.OpenWindow::new,
                        "theWindowEndsWhenTheSuccessorIsExchanged"),
                broken(
                        "answers a loser with its own successor",
                        CarelessLedger.OwnSuccessor::new,
                        "theLoserOfARaceGetsTheWinnersVerySuccessor",
                        "underGraceTheLosersOfARaceGetTheWinnersSuccessor"),
                broken("shuts the window too early", windowLongerBy(-1), "theWindowIsOpenInItsLastMillisecond"),
                broken("shuts the window too late", windowLongerBy(1), "theWindowIsShutAtItsEnd"),
                broken(
                        "heeds the presented window alone",
                        CarelessLedger.PresentedWindow::new,
                        "theWindowOfTheExchangeThatSpentTheTokenDecides"),
                broken(
                        "forgets spent tokens too early",
                        spentLongerBy(-1),
                        "aSpentTokenIsRememberedInItsLastMillisecond"),
                broken("forgets spent tokens too late", spentLongerBy(1), "aSpentTokenIsForgottenAtItsEnd"),
                broken(
                        "forgets revocations too early",
                        () -> new BentLedger().prolongingRevocationsBy(-1),
                        "aRevocationIsRememberedInItsLastMillisecondAndForgottenAtItsEnd",
                        "aMarkIsRememberedInItsLastMillisecondAndForgottenAtItsEnd"),
                broken(
                        "forgets revocations too late",
                        () -> new BentLedger().prolongingRevocationsBy(1),
                        "aRevocationIsRememberedInItsLastMillisecondAndForgottenAtItsEnd",
                        "aMarkIsRememberedInItsLastMillisecondAndForgottenAtItsEnd"),
                broken(
                        "has a clock of its own",
                        () -> new BentLedger()
                                .withClockOffBy(Duration.ofDays(365).toMillis()),
                        "anExchangeSpendsTheTokenAndItsSuccessorIsGood"),
                broken("sees a theft too early", presentedLaterBy(1), "aReturnWithinSixtySecondsIsToldAndEndsNothing"),
                broken("sees a theft too late", presentedLaterBy(-1), "aReturnAfterSixtySecondsEndsTheFamily"),
                broken(
                        "tells a theft and ends nothing",
                        CarelessLedger.ToothlessDetection::new,
                        "aReturnAfterSixtySecondsEndsTheFamily"),
                broken(
                        "ends every login after a theft",
                        CarelessLedger.CollectivePunishment::new,
                        "aTheftEndsNoOtherLoginOfTheUser"),
                broken(
                        "crosses kinds",
                        () -> new BentLedger().confusing(holder -> new TokenHolder(holder.user(), "any")),
                        "toSpendATokenSpendsNobodyElses",
                        "toRevokeAFamilyRevokesNobodyElses",
                        "aMarkIsNobodyElses"),
                broken(
                        "crosses users",
                        () -> new BentLedger().confusing(holder -> new TokenHolder(new UserId("any"), holder.kind())),
                        "toSpendATokenSpendsNobodyElses",
                        "toRevokeAFamilyRevokesNobodyElses",
                        "aMarkIsNobodyElses"),
                broken(
                        "ignores the case of users",
                        () -> new BentLedger()
                                .confusing(holder -> new TokenHolder(
                                        new UserId(holder.user().value().toLowerCase(Locale.ROOT)), holder.kind())),
                        "toSpendATokenSpendsNobodyElses"),
                broken(
                        "ignores the case of ids",
                        () -> new BentLedger().confusingIds(id -> id.toLowerCase(Locale.ROOT)),
                        "idsAreComparedCharacterByCharacter"),
                broken(
                        "pads ids",
                        () -> new BentLedger().confusingIds(String::strip),
                        "idsAreComparedCharacterByCharacter"),
                broken(
                        "cuts ids",
                        () -> new BentLedger().confusingIds(id -> id.substring(0, Math.min(id.length(), 254))),
                        "idsOfEveryShapeAreKept"),
                broken(
                        "lets spent outrank revoked",
                        CarelessLedger.SpentFirst::new,
                        "aLogoutOutranksSpent",
                        "aMarkOutranksSpent"),
                broken(
                        "spends what it refuses",
                        CarelessLedger.SpendsRefused::new,
                        "aRefusedExchangeOfARevokedTokenSpendsNothing"));
    }

    TokenLedger make() {
        return maker.get();
    }

    @Override
    public String toString() {
        return fault;
    }

    private static BrokenLedger broken(String fault, Supplier<TokenLedger> maker, String... noticedBy) {
        return new BrokenLedger(fault, maker, List.of(noticedBy));
    }

    private static Supplier<TokenLedger> windowLongerBy(long millis) {
        return making(exchange -> {
            Duration window = exchange.policy().graceWindow().plusMillis(millis);
            boolean bends =
                    !exchange.policy().graceWindow().isZero() && window.compareTo(ExchangePolicy.LONGEST_GRACE) <= 0;
            return bends ? CarelessLedger.with(exchange, exchange.policy().withGraceWindow(window)) : exchange;
        });
    }

    private static Supplier<TokenLedger> spentLongerBy(long millis) {
        return making(exchange -> new TokenExchange(
                exchange.spent(),
                exchange.successor(),
                exchange.policy(),
                exchange.nowMillis(),
                exchange.spentUntilMillis() + millis,
                exchange.familyUntilMillis()));
    }

    private static Supplier<TokenLedger> presentedLaterBy(long millis) {
        return making(exchange -> exchange.nowMillis() < LedgerDriver.NOW + ReuseChapter.SOON
                ? exchange
                : new TokenExchange(
                        exchange.spent(),
                        exchange.successor(),
                        exchange.policy(),
                        exchange.nowMillis() + millis,
                        exchange.spentUntilMillis(),
                        exchange.familyUntilMillis()));
    }

    private static Supplier<TokenLedger> making(UnaryOperator<TokenExchange> other) {
        return () -> new BentLedger().making(other);
    }
}
