package dev.keystile.store.jdbc.fault;

import static dev.keystile.store.jdbc.fault.KnownLogin.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcSchema;
import dev.keystile.store.jdbc.JdbcTokenLedger;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.fault.EmbeddedNode.Deed;
import dev.keystile.store.token.TokenStanding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * H2 in a file, whose process is killed by {@code kill -9} in the middle of load, and the file opened again. What the process has
 * told to have happened is there; and whoever holds the pair that was acknowledged last can go on.
 */
@Tag("faults")
class KilledProcessTest {

    private static final int KILLS = 3;
    private static final int DEEDS_BEFORE = 2000;

    private final Map<KnownLogin, Integer> held = new HashMap<>();
    private final Set<KnownLogin> spent = new HashSet<>();
    private final Set<KnownLogin> ended = new HashSet<>();

    @Test
    void whatH2HasAcknowledgedIsInItsFile() throws InterruptedException {
        String url = makeDatabase();
        for (int kill = 0; kill < KILLS; kill++) {
            runUntilKilled(url, "life-" + kill);
        }

        try (HikariDataSource database = TestEngine.open(url)) {
            JdbcCredentialStore store = new JdbcCredentialStore(database);
            JdbcTokenLedger ledger = new JdbcTokenLedger(database);
            held.forEach((login, generation) -> assertHolderCanGoOn(store, login, generation));
            assertThat(spent).allMatch(login -> ledger.standing(login.token(), NOW) == TokenStanding.SPENT);
            assertThat(ended).allMatch(login -> isEnded(store, login));
        }
        assertThat(List.of(held.size(), spent.size(), ended.size())).doesNotContain(0);
    }

    private static String makeDatabase() {
        try (HikariDataSource database = TestEngine.H2.emptyDatabase()) {
            JdbcSchema.of(database).createIfAbsent();
            return database.getJdbcUrl();
        }
    }

    private void runUntilKilled(String url, String name) throws InterruptedException {
        ChildJvm node = ChildJvm.start(EmbeddedNode.class, url, name);
        for (int deed = 0; deed < DEEDS_BEFORE; deed++) {
            note(node.hear());
        }
        node.kill();
        node.hearRest().forEach(this::note);
    }

    private void note(String line) {
        String[] words = line.split(" ", -1);
        KnownLogin login = new KnownLogin(words[1]);
        switch (Deed.valueOf(words[0])) {
            case HELD -> held.put(login, Integer.parseInt(words[2]));
            case SPENT -> spent.add(login);
            case ENDED -> {
                held.remove(login);
                ended.add(login);
            }
        }
    }

    /** By what was acknowledged last; what was under way then may have happened, and is what comes back. */
    private static void assertHolderCanGoOn(JdbcCredentialStore store, KnownLogin login, int generation) {
        StoredCredential last = generationOf(login, generation);
        StoredCredential underWay = login.successorOf(last, String.valueOf(generation + 1));
        StoredCredential next = login.successorOf(last, "after the kill");

        if (store.find(last.lookup(), NOW).equals(new FindResult.Unknown())) {
            assertThat(generation)
                    .as("only the last refresh is followed by a logout")
                    .isEqualTo(EmbeddedNode.REFRESHES_A_LOGIN);
        } else {
            assertThat(store.exchange(new Exchange(last.lookup(), next, EmbeddedNode.LENIENT, NOW)))
                    .isIn(new ExchangeResult.Exchanged<>(), new ExchangeResult.Raced<>(underWay));
        }
    }

    private static boolean isEnded(JdbcCredentialStore store, KnownLogin login) {
        StoredCredential last = generationOf(login, EmbeddedNode.REFRESHES_A_LOGIN);
        return store.find(last.lookup(), NOW).equals(new FindResult.Unknown());
    }

    private static StoredCredential generationOf(KnownLogin login, int generation) {
        StoredCredential credential = login.first();
        for (int next = 1; next <= generation; next++) {
            credential = login.successorOf(credential, String.valueOf(next));
        }
        return credential;
    }
}
