package dev.keystile.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Argon2ConcurrencyTest {

    private static final Password PASSWORD = Password.plain("password");
    private static final PasswordHash HASH =
            PasswordHash.parse("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");

    private final AtomicInteger begun = new AtomicInteger();
    private final CompletableFuture<Void> gate = new CompletableFuture<>();

    /** Each hash begins, then stands at the gate until it opens. */
    private final Argon2PasswordHasher gated = Argon2PasswordHasher.weakerThanRecommended(8, 1, length -> {
        begun.incrementAndGet();
        gate.join();
        return new byte[length];
    });

    @Test
    void computationsPastTheLimitWait() throws InterruptedException {
        Argon2PasswordHasher two = gated.atMostAtOnce(2);
        List<Thread> threads = Stream.generate(() -> new Thread(() -> two.hash(PASSWORD)))
                .limit(3)
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Argon2ConcurrencyTest::awaitRest);
        assertThat(begun).hasValue(2);

        gate.complete(null);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(begun).hasValue(3);
    }

    @Test
    void aVerificationWaitsToo() throws InterruptedException {
        Argon2PasswordHasher one = gated.atMostAtOnce(1);
        Thread hashing = new Thread(() -> one.hash(PASSWORD));
        hashing.start();
        awaitRest(hashing);

        AtomicBoolean matched = new AtomicBoolean();
        Thread verifying = new Thread(() -> matched.set(one.matches(PASSWORD, HASH)));
        verifying.start();
        assertThat(awaitRest(verifying)).isEqualTo(Thread.State.WAITING);

        gate.complete(null);
        verifying.join();
        assertThat(matched).isTrue();
    }

    @Test
    void aFailedComputationMakesRoomForTheNext() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Argon2PasswordHasher one = Argon2PasswordHasher.weakerThanRecommended(8, 1, length -> {
                    if (broken.getAndSet(false)) {
                        throw new IllegalStateException("no entropy");
                    }
                    return new byte[length];
                })
                .atMostAtOnce(1);

        assertThatThrownBy(() -> one.hash(PASSWORD)).hasMessage("no entropy");
        assertThat(one.matches(PASSWORD, one.hash(PASSWORD))).isTrue();
    }

    @Test
    void anInterruptedThreadFinishesAndStaysInterrupted() {
        gate.complete(null);
        Thread.currentThread().interrupt();

        assertThat(gated.matches(PASSWORD, HASH)).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void noneAtOnceIsRefused(int computations) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gated.atMostAtOnce(computations))
                .withMessageContaining("not " + computations);
    }

    private static Thread.State awaitRest(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        return thread.getState();
    }
}
