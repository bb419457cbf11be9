package dev.keystile.soak.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SteadinessTest {

    private static final long SAMPLES = 180;
    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    void whatStaysTheSameIsSteady() {
        assertThat(heap(number -> 20 * MEBIBYTE).steady()).isTrue();
    }

    @Test
    void whatGrowsWhileItWarmsUpIsSteady() {
        assertThat(heap(number -> Math.min(number, 60) * MEBIBYTE).steady()).isTrue();
    }

    @Test
    void whatIsHigherForABusyWhileIsSteady() {
        assertThat(heap(number -> (number > 130 && number < 170 ? 90 : 20) * MEBIBYTE)
                        .steady())
                .isTrue();
    }

    @Test
    void aLeakOfAFiftiethOfAMebibyteInTenSecondsGrows() {
        assertThat(heap(number -> 5 * MEBIBYTE + number * MEBIBYTE / 35).steady())
                .isFalse();
    }

    @Test
    void aThreadAMinuteGrows() {
        assertThat(Steadiness.THREADS.of(samples(number -> 30 + number / 6)).steady())
                .isFalse();
    }

    @Test
    void twoSamplesAreTooFew() {
        List<Sample> two = samples(number -> number).subList(0, 2);

        assertThatThrownBy(() -> Steadiness.HEAP.of(two)).hasMessageContaining("let it run longer");
    }

    private static Steadiness.Finding heap(LongUnaryOperator bytes) {
        return Steadiness.HEAP.of(samples(bytes));
    }

    /** Every figure of the sample with a number is what {@code figure} says of it. */
    private static List<Sample> samples(LongUnaryOperator figure) {
        return LongStream.range(0, SAMPLES)
                .mapToObj(number -> {
                    long value = figure.applyAsLong(number);
                    return new Sample(number * 10_000, value, value, value, value);
                })
                .toList();
    }
}
