package dev.keystile.store.jdbc.fault;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcTokenLedger;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.token.TokenStanding;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A node that takes part in races: told a heat, half of its threads try to exchange the pair of every login of that heat while the
 * other half tries the token, and then the other way round for every other login. It says what was asked, when, and what came back.
 */
final class RacingNode {

    static final int THREADS = 8;
    static final int LOGINS_A_HEAT = 500;
    static final String DONE = "done";

    private final int number;
    private final JdbcCredentialStore store;
    private final JdbcTokenLedger ledger;

    private RacingNode(int number, HikariDataSource database) {
        this.number = number;
        this.store = new JdbcCredentialStore(database);
        this.ledger = new JdbcTokenLedger(database);
    }

    /** @param arguments the database's URL, the node's number */
    public static void main(String[] arguments) throws Exception {
        RacingNode node = new RacingNode(Integer.parseInt(arguments[1]), TestEngine.open(arguments[0]));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (String heat = orders.readLine(); heat != null; heat = orders.readLine()) {
            node.run(Integer.parseInt(heat), threads);
        }
        threads.shutdown();
    }

    /** The logins of a heat, the same for every node. */
    static List<KnownLogin> logins(int heat) {
        List<KnownLogin> logins = new ArrayList<>();
        for (int login = 0; login < LOGINS_A_HEAT; login++) {
            logins.add(new KnownLogin("heat-" + heat + "-" + login));
        }
        return logins;
    }

    private void run(int heat, ExecutorService threads) throws Exception {
        List<Future<List<String>>> runs = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int caller = number * THREADS + thread;
            runs.add(threads.submit(() -> race(logins(heat), caller)));
        }
        for (Future<List<String>> run : runs) {
            run.get().forEach(System.out::println);
        }
        System.out.println(DONE);
    }

    private List<String> race(List<KnownLogin> logins, int caller) {
        List<String> seen = new ArrayList<>();
        for (int turn = 0; turn < logins.size(); turn++) {
            KnownLogin login = logins.get(turn);
            boolean pair = (turn + caller) % 2 == 0;
            LoginCalls prize =
                    pair ? new StoredLogin(store, login, ExchangePolicy.strict()) : new StoredToken(ledger, login);
            RaceLine.Kind kind = pair ? RaceLine.Kind.PAIR : RaceLine.Kind.TOKEN;
            seen.add(RaceLine.ofRefresh(kind, login, caller, prize).text());
            if (caller % THREADS < 2) {
                seen.add(RaceLine.ofLook(kind, login, caller, prize).text());
            }
        }
        return seen;
    }

    /** The token of a login as it is in a ledger. */
    private record StoredToken(JdbcTokenLedger ledger, KnownLogin login) implements LoginCalls {

        @Override
        public Optional<String> refresh(String held, String candidate) {
            return ledger.exchange(login.tokenExchange(candidate, ExchangePolicy.strict()))
                            instanceof ExchangeResult.Exchanged
                    ? Optional.of(candidate)
                    : Optional.empty();
        }

        @Override
        public boolean isAlive(String name) {
            return ledger.standing(login.token(), KnownLogin.NOW) == TokenStanding.GOOD;
        }
    }
}
