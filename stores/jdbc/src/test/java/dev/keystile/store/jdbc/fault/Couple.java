package dev.keystile.store.jdbc.fault;

import static dev.keystile.store.jdbc.fault.KnownLogin.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.StoreException;
import dev.keystile.store.contract.history.Linearizability;
import dev.keystile.store.contract.history.Race;
import dev.keystile.store.contract.history.Recorder;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two clients that share logins, and refresh at the same time, while their server crashes. Every call is recorded. */
final class Couple implements Guest {

    private static final int REFRESHES_EACH = 4;
    private static final ExchangePolicy LENIENT = ExchangePolicy.strict().withGraceWindow(ExchangePolicy.LONGEST_GRACE);

    private final String name;
    private final JdbcCredentialStore store;
    private final List<Life> lives = new ArrayList<>();
    private volatile boolean stopped;

    /** A login, and what was asked of it. */
    private record Life(StoredLogin login, Recorder<LoginCalls> recorder) {

        /** What a client holds afterwards; where no answer comes it keeps what it has. */
        String refresh(int client, String held, int number) {
            LoginCalls.Refresh refresh = new LoginCalls.Refresh(held, "client-" + client + "-" + number);
            Optional<Optional<String>> answer = recorder.call(client, login, refresh);
            return answer.flatMap(granted -> granted).orElse(held);
        }

        void refreshAgainAndAgain(int client) {
            String held = LoginCalls.FIRST;
            for (int number = 0; number < REFRESHES_EACH; number++) {
                held = refresh(client, held, number);
            }
        }

        void assertCanHaveComeToThis() {
            login.names().forEach(credential -> recorder.call(0, login, new LoginCalls.Look(credential)));
            assertThat(Linearizability.holds(LoginModel.withGraceWindow(), recorder.history()))
                    .as(() -> "There is no order of these calls in which each happens in one instant:\n"
                            + recorder.history())
                    .isTrue();
        }
    }

    Couple(String name, JdbcCredentialStore store) {
        this.name = name;
        this.store = store;
    }

    @Override
    public void run() {
        try (Race race = new Race()) {
            for (int number = 0; !stopped; number++) {
                KnownLogin login = new KnownLogin(name + "-" + number);
                if (logIn(login)) {
                    Life life = new Life(new StoredLogin(store, login, LENIENT), new Recorder<>());
                    lives.add(life);
                    race.run(List.of(() -> life.refreshAgainAndAgain(1), () -> life.refreshAgainAndAgain(2)));
                }
            }
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    /** Of every login: one winner an exchange, one pair alive, wholly itself, and nothing that went back. */
    void assertHistories() {
        assertThat(lives).isNotEmpty();
        lives.forEach(Life::assertCanHaveComeToThis);
    }

    private boolean logIn(KnownLogin login) {
        try {
            store.issue(login.first(), LoginPolicy.reuse(), NOW);
            return true;
        } catch (StoreException noAnswer) {
            return false;
        }
    }
}
