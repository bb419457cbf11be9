package dev.keystile.store.redis.fault;

import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Somebody who keeps a login busy while servers die: refreshes, spends tokens, logs out, logs in again. Where no answer
 * comes, the same is presented once more, as a client would. Whatever was answered is remembered, and must be true in the
 * end.
 */
final class Customer implements Runnable {

    private static final int REFRESHES_A_LOGIN = 25;

    private final CredentialStore store;
    private final TokenLedger ledger;
    private final BooleanSupplier goesOn;
    private final Runnable onRefresh;
    private final List<StoredCredential> loggedOut = new ArrayList<>();
    private final List<Someone> spent = new ArrayList<>();
    private int unanswered;

    Customer(CredentialStore store, TokenLedger ledger, BooleanSupplier goesOn, Runnable onRefresh) {
        this.store = store;
        this.ledger = ledger;
        this.goesOn = goesOn;
        this.onRefresh = onRefresh;
    }

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            Someone someone = logIn();
            StoredCredential held = someone.pair();
            for (int refresh = 0; refresh < REFRESHES_A_LOGIN; refresh++) {
                held = refresh(someone, held);
                spendToken();
                onRefresh.run();
            }
            logOut(held);
        }
    }

    /** I4, I6 and I7: nothing that was answered is undone, after all the crashes. */
    void assertNothingIsUndone() {
        assertThat(loggedOut).isNotEmpty();
        loggedOut.forEach(dead -> assertThat(store.find(dead.lookup(), NOW)).isEqualTo(new FindResult.Unknown()));
        spent.forEach(
                someone -> assertThat(ledger.standing(someone.token(), NOW)).isEqualTo(TokenStanding.SPENT));
    }

    /** How many calls got no answer. */
    int unanswered() {
        return unanswered;
    }

    private Someone logIn() {
        while (true) {
            Someone someone = Someone.unique();
            if (ask(() -> store.issue(someone.pair(), LoginPolicy.replace(), NOW))
                    .isPresent()) {
                return someone;
            }
        }
    }

    /** What is held afterwards: the successor of this attempt, or of one before whose answer got lost. */
    private StoredCredential refresh(Someone someone, StoredCredential held) {
        List<StoredCredential> attempts = new ArrayList<>();
        while (true) {
            Exchange attempt = someone.refresh(held, LENIENT);
            attempts.add(attempt.successor());
            Optional<ExchangeResult<StoredCredential>> answer = ask(() -> store.exchange(attempt));
            if (answer.isPresent()) {
                StoredCredential granted = granted(answer.get(), attempt);
                assertThat(attempts).contains(granted);
                return granted;
            }
        }
    }

    /** I3: whoever holds the last pair, or its immediate predecessor, goes on. */
    private static StoredCredential granted(ExchangeResult<StoredCredential> answer, Exchange attempt) {
        assertThat(answer).isInstanceOfAny(ExchangeResult.Exchanged.class, ExchangeResult.Raced.class);
        return answer instanceof ExchangeResult.Raced<StoredCredential> raced ? raced.successor() : attempt.successor();
    }

    private void spendToken() {
        Someone someone = Someone.unique();
        TokenExchange exchange = someone.spend(LENIENT, NOW);
        if (ask(() -> ledger.exchange(exchange)).isPresent()) {
            spent.add(someone);
        }
    }

    private void logOut(StoredCredential held) {
        while (ask(() -> store.revoke(held.user(), held.family(), NOW)).isEmpty()) {
            Thread.onSpinWait();
        }
        loggedOut.add(held);
    }

    private <R> Optional<R> ask(Supplier<R> call) {
        try {
            return Optional.of(call.get());
        } catch (StoreException noAnswer) {
            unanswered++;
            return Optional.empty();
        }
    }
}
