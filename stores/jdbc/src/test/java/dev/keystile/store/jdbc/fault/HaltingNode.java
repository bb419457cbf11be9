package dev.keystile.store.jdbc.fault;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcTokenLedger;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.instrument.TappedDataSource;
import dev.keystile.store.jdbc.instrument.TappedDataSource.Tap;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A node that exchanges one pair or token and dies on the way: at the numbered step, where each statement and each commit is two,
 * before and after; or right after the store has answered, if it has fewer steps.
 */
final class HaltingNode {

    static final int HALTED = 9;
    static final int ANSWERED = 10;
    static final String CONTENDER = "halting";
    static final String PAIR = "pair";
    static final String TOKEN = "token";

    private HaltingNode() {}

    /** @param arguments the database's URL, what to exchange, the login's name, the grace window in seconds, the step */
    public static void main(String[] arguments) {
        KnownLogin login = new KnownLogin(arguments[2]);
        ExchangePolicy policy =
                ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(Long.parseLong(arguments[3])));
        AtomicInteger stepsLeft = new AtomicInteger(Integer.MAX_VALUE);
        DataSource database = TappedDataSource.of(TestEngine.open(arguments[0]), halting(stepsLeft));
        JdbcCredentialStore store = new JdbcCredentialStore(database);
        JdbcTokenLedger ledger = new JdbcTokenLedger(database);
        stepsLeft.set(Integer.parseInt(arguments[4]));
        if (arguments[1].equals(PAIR)) {
            StoredCredential first = login.first();
            store.exchange(new Exchange(first.lookup(), login.successorOf(first, CONTENDER), policy, KnownLogin.NOW));
        } else {
            ledger.exchange(login.tokenExchange(CONTENDER, policy));
        }
        Runtime.getRuntime().halt(ANSWERED);
    }

    private static Tap halting(AtomicInteger stepsLeft) {
        return new Tap() {
            @Override
            public void before(String what) {
                step();
            }

            @Override
            public void after(String what) {
                step();
            }

            private void step() {
                if (stepsLeft.getAndDecrement() == 0) {
                    Runtime.getRuntime().halt(HALTED);
                }
            }
        };
    }
}
