package dev.keystile.benchmark.report;

import dev.keystile.caa.seal.PairSealing;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.memory.InMemoryCredentialStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Fills an in-memory store the way the service does: a user a pair, an id of eight digits each. */
final class FilledStore {

    static final long NOW = 1_795_132_800_000L;
    static final long LIFETIME_MILLIS = 3 * 86_400_000L;

    private static final int SAMPLE = 1 << 16;
    private static final PairSealing SEALING = PairSealing.none();
    private static final RandomBytes RANDOM = RandomBytes.secure();

    final InMemoryCredentialStore store = new InMemoryCredentialStore();
    final List<Lookup> sample;

    FilledStore(int pairs) {
        sample = make(pairs, credential -> store.issue(credential, LoginPolicy.reuse(), NOW));
    }

    /** Makes so many credentials; the lookups of some of them, in an order that no cache foresees. */
    static List<Lookup> make(int pairs, Consumer<StoredCredential> taker) {
        List<Lookup> sample = new ArrayList<>();
        int step = Math.max(1, pairs / SAMPLE);
        for (int index = 0; index < pairs; index++) {
            StoredCredential credential = credential(10_000_000 + index, NOW);
            taker.accept(credential);
            if (index % step == 0) {
                sample.add(
                        Lookup.of(credential.lookup().tag(), credential.lookup().bytes()));
            }
        }
        Collections.shuffle(sample, new Random(pairs));
        return sample;
    }

    static StoredCredential credential(int user, long nowMillis) {
        UserId id = new UserId(Integer.toString(user));
        ApiKey key = ApiKey.generate(id, RANDOM);
        return StoredCredential.begin(
                SEALING.lookup(key),
                id,
                FamilyId.random(RANDOM),
                nowMillis,
                nowMillis + LIFETIME_MILLIS,
                SEALING.seal(key, ApiSecret.generate(RANDOM)));
    }
}
