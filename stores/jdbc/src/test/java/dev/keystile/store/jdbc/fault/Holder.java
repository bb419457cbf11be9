package dev.keystile.store.jdbc.fault;

import static dev.keystile.store.jdbc.fault.KnownLogin.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcTokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A client of a server that may crash. Logs in, refreshes again and again, logs out, and so on; where no answer comes, it presents
 * once more what it has. It remembers what it was told.
 */
final class Holder implements Guest {

    private static final int REFRESHES_A_LOGIN = 20;
    private static final ExchangePolicy LENIENT = ExchangePolicy.strict().withGraceWindow(ExchangePolicy.LONGEST_GRACE);

    private final String name;
    private final JdbcCredentialStore store;
    private final JdbcTokenLedger ledger;
    private final Runnable onRefresh;
    private final List<StoredCredential> revoked = new ArrayList<>();
    private final List<TokenReference> spent = new ArrayList<>();
    private int number;
    private volatile boolean stopped;

    Holder(String name, JdbcCredentialStore store, JdbcTokenLedger ledger, Runnable onRefresh) {
        this.name = name;
        this.store = store;
        this.ledger = ledger;
        this.onRefresh = onRefresh;
    }

    @Override
    public void run() {
        while (!stopped) {
            KnownLogin login = logIn();
            StoredCredential held = login.first();
            for (int refresh = 0; refresh < REFRESHES_A_LOGIN; refresh++) {
                held = refresh(login, held);
                spendToken();
                onRefresh.run();
            }
            logOut(held);
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    /** Of everything that was acknowledged. */
    void assertNothingIsLostOrUndone() {
        for (StoredCredential dead : revoked) {
            assertThat(store.find(dead.lookup(), NOW)).isEqualTo(new FindResult.Unknown());
        }
        for (TokenReference token : spent) {
            assertThat(ledger.standing(token, NOW)).isEqualTo(TokenStanding.SPENT);
        }
    }

    private KnownLogin logIn() {
        while (true) {
            KnownLogin login = new KnownLogin(name + "-" + number++);
            if (answer(() -> store.issue(login.first(), LoginPolicy.reuse(), NOW))
                    .isPresent()) {
                return login;
            }
        }
    }

    /** What this client holds afterwards. It may come from an attempt whose answer was lost; then it is that very one. */
    private StoredCredential refresh(KnownLogin login, StoredCredential held) {
        List<StoredCredential> attempted = new ArrayList<>();
        while (true) {
            StoredCredential candidate = login.successorOf(held, "attempt-" + number++);
            attempted.add(candidate);
            Optional<ExchangeResult<StoredCredential>> answer =
                    answer(() -> store.exchange(new Exchange(held.lookup(), candidate, LENIENT, NOW)));
            if (answer.isPresent()) {
                StoredCredential granted = answer.get() instanceof ExchangeResult.Raced<StoredCredential> raced
                        ? raced.successor()
                        : candidate;
                assertThat(answer.get()).isInstanceOfAny(ExchangeResult.Exchanged.class, ExchangeResult.Raced.class);
                assertThat(attempted).contains(granted);
                return granted;
            }
        }
    }

    private void logOut(StoredCredential held) {
        while (answer(() -> store.revoke(held.user(), held.family(), NOW)).isEmpty()) {
            Thread.onSpinWait();
        }
        revoked.add(held);
    }

    private void spendToken() {
        KnownLogin login = new KnownLogin(name + "-token-" + number++);
        if (answer(() -> ledger.exchange(login.tokenExchange("next", LENIENT))).isPresent()) {
            spent.add(login.token());
        }
    }

    private static <R> Optional<R> answer(Supplier<R> call) {
        try {
            return Optional.of(call.get());
        } catch (StoreException noAnswer) {
            return Optional.empty();
        }
    }
}
