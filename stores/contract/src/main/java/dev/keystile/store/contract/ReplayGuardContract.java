package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.RandomBytes;
import dev.keystile.store.Lookup;
import dev.keystile.store.ReplayGuard;
import dev.keystile.store.contract.history.Race;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ReplayGuard} promises, as tests. Extend it, say how your guard is made, and run it. Every test has
 * credentials of its own, so the engine behind the guard may be shared and need not be cleaned.
 */
public abstract class ReplayGuardContract {

    private static final long WINDOW = 300_000;

    private final Lookup credential = TestUser.unique().lookup();
    private final byte[] digest = RandomBytes.secure().next(32);
    private ReplayGuard guard;

    /** For tests that extend the contract. */
    protected ReplayGuardContract() {}

    /** The guard to test. Called before every test; it may be a new one every time, or one for all. */
    protected abstract ReplayGuard newGuard();

    /** Another node that shares what {@code guard} remembers. The same guard again, unless overridden. */
    protected ReplayGuard anotherNodeOf(ReplayGuard guard) {
        return guard;
    }

    /** How often the race runs, 200. */
    protected int rounds() {
        return 200;
    }

    /** How many threads race, 16. */
    protected int threads() {
        return 16;
    }

    @BeforeEach
    final void makeGuard() {
        guard = newGuard();
    }

    @Test
    final void theFirstUseIsTheFirst() {
        assertThat(isFirst(credential, digest, NOW)).isTrue();
    }

    @Test
    final void theSecondUseIsNot() {
        isFirst(credential, digest, NOW);

        assertThat(isFirst(credential, digest, NOW)).isFalse();
    }

    @Test
    final void aUseIsRememberedInTheLastMillisecond() {
        isFirst(credential, digest, NOW);

        assertThat(isFirst(credential, digest, NOW + WINDOW - 1)).isFalse();
    }

    @Test
    final void aUseIsRememberedByANodeWhoseClockIsBehind() {
        isFirst(credential, digest, NOW);

        assertThat(isFirst(credential, digest, NOW - 1000)).isFalse();
    }

    @Test
    final void anotherDigestOfTheSameCredentialIsAnotherUse() {
        isFirst(credential, digest, NOW);

        assertThat(isFirst(credential, withLastBitFlipped(digest), NOW)).isTrue();
    }

    @Test
    final void theSameDigestOfAnotherCredentialIsAnotherUse() {
        isFirst(credential, digest, NOW);

        assertThat(isFirst(TestUser.unique().lookup(), digest, NOW)).isTrue();
    }

    @Test
    final void aDigestThatTheCallerOverwritesLaterIsRememberedAsItWas() {
        byte[] reused = digest.clone();
        isFirst(credential, reused, NOW);
        reused[0] ^= 1;

        assertThat(isFirst(credential, digest, NOW)).isFalse();
    }

    @Test
    final void ofManyUsesAtOnceExactlyOneIsTheFirst() {
        List<ReplayGuard> nodes = List.of(guard, anotherNodeOf(guard));
        try (Race race = new Race()) {
            for (int round = 0; round < rounds(); round++) {
                byte[] signature = RandomBytes.secure().next(32);
                AtomicInteger firsts = new AtomicInteger();
                race.run(IntStream.range(0, threads())
                        .mapToObj(number -> nodes.get(number % nodes.size()))
                        .map(node -> (Runnable) () -> countIfFirst(node, signature, firsts))
                        .toList());
                assertThat(firsts).hasValue(1);
            }
        }
    }

    private boolean isFirst(Lookup user, byte[] signature, long nowMillis) {
        return guard.isFirstUse(user, signature, NOW + WINDOW, nowMillis);
    }

    private void countIfFirst(ReplayGuard node, byte[] signature, AtomicInteger firsts) {
        if (node.isFirstUse(credential, signature, NOW + WINDOW, NOW)) {
            firsts.incrementAndGet();
        }
    }

    private static byte[] withLastBitFlipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[flipped.length - 1] ^= 1;
        return flipped;
    }
}
