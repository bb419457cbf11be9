package dev.keystile.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
class Pbkdf2ConcurrencyTest {

    private static final Password PASSWORD = Password.plain("password");
    private static final PasswordHash HASH =
            Pbkdf2PasswordHasher.weakerThanRecommended(1, byte[]::new).hash(PASSWORD);

    private final AtomicInteger begun = new AtomicInteger();
    private final CompletableFuture<Void> gate = new CompletableFuture<>();

    /** Each hash begins, then stands at the gate until it opens. */
    private final Pbkdf2PasswordHasher gated = Pbkdf2PasswordHasher.weakerThanRecommended(1, length -> {
        begun.incrementAndGet();
        gate.join();
        return new byte[length];
    });

    @Test
    void computationsPastTheLimitWait() throws InterruptedException {
        Pbkdf2PasswordHasher two = gated.atMostAtOnce(2);
        List<Thread> threads = Stream.generate(() -> new Thread(() -> two.hash(PASSWORD)))
                .limit(3)
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Pbkdf2ConcurrencyTest::awaitRest);
        assertThat(begun).hasValue(2);

        gate.complete(null);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(begun).hasValue(3);
    }

    @Test
    void aVerificationWaitsToo() throws InterruptedException {
        Pbkdf2PasswordHasher one = gated.atMostAtOnce(1);
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
