package dev.keystile.store.jdbc.fault;

import static dev.keystile.store.jdbc.fault.KnownLogin.NOW;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcTokenLedger;
import dev.keystile.store.jdbc.engine.TestEngine;
import javax.sql.DataSource;

/**
 * A node that has its database in itself, and lives until it is killed: logs in, refreshes, spends tokens and logs out, and says so
 * line by line, each after it was acknowledged and before the next is asked for.
 */
final class EmbeddedNode {

    static final ExchangePolicy LENIENT = ExchangePolicy.strict().withGraceWindow(ExchangePolicy.LONGEST_GRACE);
    static final int REFRESHES_A_LOGIN = 5;

    private static final int THREADS = 4;

    private final JdbcCredentialStore store;
    private final JdbcTokenLedger ledger;

    /** What has become of a login, by its name. */
    enum Deed {
        /** The pair whose candidate is named is held. */
        HELD,
        /** Its token is spent. */
        SPENT,
        /** It was ended. */
        ENDED
    }

    private EmbeddedNode(DataSource database) {
        this.store = new JdbcCredentialStore(database);
        this.ledger = new JdbcTokenLedger(database);
    }

    /** @param arguments the database's URL, and a word that no earlier node had */
    public static void main(String[] arguments) {
        EmbeddedNode node = new EmbeddedNode(TestEngine.open(arguments[0]));
        for (int thread = 0; thread < THREADS; thread++) {
            String name = arguments[1] + "-" + thread;
            new Thread(() -> node.live(name), name).start();
        }
    }

    private void live(String name) {
        for (int number = 0; ; number++) {
            KnownLogin login = new KnownLogin(name + "-" + number);
            store.issue(login.first(), LoginPolicy.reuse(), NOW);
            tell(Deed.HELD, login, 0);
            StoredCredential held = login.first();
            for (int generation = 1; generation <= REFRESHES_A_LOGIN; generation++) {
                StoredCredential successor = login.successorOf(held, String.valueOf(generation));
                store.exchange(new Exchange(held.lookup(), successor, LENIENT, NOW));
                held = successor;
                tell(Deed.HELD, login, generation);
            }
            ledger.exchange(login.tokenExchange("next", LENIENT));
            tell(Deed.SPENT, login, 0);
            if (number % 2 == 0) {
                store.revoke(held.user(), held.family(), NOW);
                tell(Deed.ENDED, login, 0);
            }
        }
    }

    private static void tell(Deed deed, KnownLogin login, int generation) {
        System.out.println(deed + " " + login.name() + " " + generation);
    }
}
