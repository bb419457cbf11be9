package dev.keystile.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchedSecureRandomTest {

    private final RandomBytes random = new BatchedSecureRandom();

    /** Of 1.6 million draws of 64 bits two are equal once in ten million runs; a byte that is handed out twice shows at once. */
    @Test
    void noBytesAreHandedOutTwiceByAnyNumberOfThreads() throws InterruptedException {
        Set<Long> drawn = ConcurrentHashMap.newKeySet();
        List<Thread> threads = IntStream.range(0, 16)
                .mapToObj(number -> new Thread(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        drawn.add(ByteBuffer.wrap(random.next(8)).getLong());
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(drawn).hasSize(1_600_000);
    }

    @Test
    void drawsLongerThanABatchAreFilledToTheEnd() {
        byte[] bytes = random.next(4096);

        assertThat(IntStream.range(0, 128).filter(i -> isZero(bytes, i * 32)).count())
                .isZero();
    }

    @Test
    void drawsThatDoNotFitIntoWhatIsLeftAreWhole() {
        for (int i = 0; i < 1000; i++) {
            assertThat(isZero(random.next(48), 16)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "99, 99, false", "100, 0, true", "0, 100, true", "-1, 0, true", "0, -1, true"})
    void whatIsLeftIsThrownAwayOnceEitherClockHasGoneOnOrBack(
            long millisLater, long wallMillisLater, boolean drawnAnew) {
        CountingSource source = new CountingSource();
        AtomicLong nanos = new AtomicLong(1_000_000_000);
        AtomicLong millis = new AtomicLong(1_000);
        RandomBytes batched = new BatchedSecureRandom(source, nanos::get, millis::get);
        batched.next(8);
        nanos.addAndGet(millisLater * 1_000_000);
        millis.addAndGet(wallMillisLater);
        batched.next(8);

        assertThat(source.draws).isEqualTo(drawnAnew ? 2 : 1);
    }

    @SuppressWarnings("serial") // nobody writes it anywhere
    private static final class CountingSource extends SecureRandom {

        private int draws;

        @Override
        public void nextBytes(byte[] bytes) {
            draws++;
            super.nextBytes(bytes);
        }
    }

    private static boolean isZero(byte[] bytes, int start) {
        return IntStream.range(start, start + 32).allMatch(i -> bytes[i] == 0);
    }
}
