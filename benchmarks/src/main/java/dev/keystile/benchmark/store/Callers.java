package dev.keystile.benchmark.store;

import dev.keystile.caa.seal.PairSealing;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.StoredCredential;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Callers of one table, each with logins of its own, which it takes in turn: most users don't come twice in a second. */
final class Callers {

    /** How many there can be. */
    static final int MOST = 64;

    private static final int LOGINS = 64;
    private static final long LIFETIME_MILLIS = Duration.ofDays(3).toMillis();
    private static final PairSealing SEALING = PairSealing.none();
    private static final RandomBytes RANDOM = RandomBytes.secure();

    private final PairTable table;
    private final List<Deque<StoredCredential>> logins;

    Callers(PairTable table) {
        this.table = table;
        this.logins = Stream.generate(this::loginsOfOne).limit(MOST).toList();
    }

    /** Authenticates the next login of {@code caller}. */
    void find(int caller) {
        StoredCredential pair = logins.get(caller).removeFirst();
        require(table.find(pair));
        logins.get(caller).addLast(pair);
    }

    /** Refreshes the next login of {@code caller}. */
    void exchange(int caller) {
        StoredCredential spent = logins.get(caller).removeFirst();
        ApiKey key = ApiKey.generate(spent.user(), RANDOM);
        long nowMillis = System.currentTimeMillis();
        StoredCredential successor = spent.successor(
                SEALING.lookup(key),
                SEALING.seal(key, ApiSecret.generate(RANDOM)),
                nowMillis,
                nowMillis + LIFETIME_MILLIS);
        require(table.exchange(spent, successor));
        logins.get(caller).addLast(successor);
    }

    private Deque<StoredCredential> loginsOfOne() {
        Deque<StoredCredential> made = new ArrayDeque<>();
        for (int login = 0; login < LOGINS; login++) {
            StoredCredential pair = login();
            table.add(pair);
            made.add(pair);
        }
        return made;
    }

    private static StoredCredential login() {
        UserId user = new UserId(RANDOM.alphanumeric(8));
        ApiKey key = ApiKey.generate(user, RANDOM);
        long nowMillis = System.currentTimeMillis();
        return StoredCredential.begin(
                SEALING.lookup(key),
                user,
                FamilyId.random(RANDOM),
                nowMillis,
                nowMillis + LIFETIME_MILLIS,
                SEALING.seal(key, ApiSecret.generate(RANDOM)));
    }

    private static void require(boolean done) {
        if (!done) {
            throw new IllegalStateException("A pair that was alive is not there.");
        }
    }
}
