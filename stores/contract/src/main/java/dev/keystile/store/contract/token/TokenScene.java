package dev.keystile.store.contract.token;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.contract.history.History;
import dev.keystile.store.contract.history.History.Seen;
import dev.keystile.store.contract.history.Recorder;
import dev.keystile.store.contract.token.TokenIntent.Spend;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One login's part in a round: what happens before the race, who races, and every call. Users are independent, so each has a
 * history of its own.
 */
final class TokenScene {

    private static final int STAGE = 0;

    private final TokenReference token = TestLogin.unique().token();
    private final Recorder<TokenLedger> recorder = new Recorder<>();
    private final List<Runnable> contestants = new ArrayList<>();
    private final LedgerDriver driver;

    TokenScene(LedgerDriver driver) {
        this.driver = driver;
    }

    /** The token that the login began with. */
    TokenReference token() {
        return token;
    }

    /** Exchanges {@code former} before the race. */
    TokenReference exchanged(TokenReference former, ExchangePolicy policy, long nowMillis) {
        return stage().exchange(former, policy, nowMillis).orElseThrow();
    }

    /** Lets {@code count} callers follow {@code script} in the race, every other one on the other node. */
    void race(int count, Consumer<TokenCaller> script) {
        for (int i = 0; i < count; i++) {
            int number = contestants.size() + 1;
            TokenLedger node = number % 2 == 0 ? driver.otherNode() : driver.ledger();
            contestants.add(() -> script.accept(new TokenCaller(number, node, recorder)));
        }
    }

    List<Runnable> contestants() {
        return contestants;
    }

    /** After the race, asks for the standing of everything that was ever granted; what is good. */
    List<TokenReference> findSurvivors(long nowMillis) {
        return Stream.concat(Stream.of(token), granted()).toList().stream()
                .filter(each -> stage().ask(each, nowMillis).equals(Optional.of(TokenStanding.GOOD)))
                .toList();
    }

    History<TokenLedger> history() {
        return recorder.history();
    }

    private Stream<TokenReference> granted() {
        return history()
                .seen(Spend.class, ExchangeResult.Exchanged.class)
                .<Spend>map(Seen::intent)
                .map(won -> TestLogin.successorOf(won.exchange()));
    }

    private TokenCaller stage() {
        return new TokenCaller(STAGE, driver.ledger(), recorder);
    }
}
