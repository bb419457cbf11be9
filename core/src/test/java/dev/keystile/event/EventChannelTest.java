package dev.keystile.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.event.AuthEvent.Operation;
import dev.keystile.event.AuthEvent.Scheme;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a service tells, and that no listener can make it fail. */
class EventChannelTest {

    private static final UserId USER = new UserId("1");
    private static final FamilyId FAMILY = FamilyId.random(RandomBytes.secure());

    private static void tellEverything(EventChannel channel) {
        channel.issued(USER);
        channel.exchanged(USER);
        channel.raced(USER);
        channel.familyRevoked(USER, FAMILY);
        channel.refused(Operation.LOGIN, DayOfWeek.MONDAY);
        channel.throttled("192.0.2.1", Duration.ofSeconds(1));
        channel.revoked(USER, false);
        channel.storeFailed(Operation.EXCHANGE, new IllegalStateException("down"));
    }

    @Test
    void everythingIsToldAsItHappened() {
        List<AuthEvent> heard = new ArrayList<>();
        tellEverything(new EventChannel(Scheme.BEARER, heard::add));

        assertThat(heard)
                .containsExactly(
                        new AuthEvent.Issued(Scheme.BEARER, USER),
                        new AuthEvent.Exchanged(Scheme.BEARER, USER),
                        new AuthEvent.Raced(Scheme.BEARER, USER),
                        new AuthEvent.FamilyRevoked(Scheme.BEARER, USER, FAMILY),
                        new AuthEvent.Refused(Scheme.BEARER, Operation.LOGIN, "MONDAY"),
                        new AuthEvent.Throttled(Scheme.BEARER, "192.0.2.1", Duration.ofSeconds(1)),
                        new AuthEvent.Revoked(Scheme.BEARER, USER, false),
                        new AuthEvent.StoreFailed(Scheme.BEARER, Operation.EXCHANGE, "IllegalStateException"));
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        AtomicInteger calls = new AtomicInteger();
        EventChannel channel = new EventChannel(Scheme.CAA, event -> {
            calls.incrementAndGet();
            throw new IllegalStateException("broken, as planned");
        });

        assertThatCode(() -> tellEverything(channel)).doesNotThrowAnyException();
        assertThat(calls).hasValue(8);
    }

    @Test
    void aListenerThatNeedsAMissingLibraryChangesNothing() {
        EventChannel channel = new EventChannel(Scheme.CAA, event -> {
            throw new NoClassDefFoundError("missing, as planned");
        });

        assertThatCode(() -> tellEverything(channel)).doesNotThrowAnyException();
    }

    @Test
    void twoListenersAreToldOneAfterTheOther() {
        List<String> heard = new ArrayList<>();
        AuthEventListener first = event -> heard.add("first");
        new EventChannel(Scheme.CAA, first.and(event -> heard.add("second"))).issued(USER);

        assertThat(heard).containsExactly("first", "second");
    }

    @Test
    void theSecondIsToldAlsoIfTheFirstThrows() {
        List<AuthEvent> heard = new ArrayList<>();
        AuthEventListener broken = event -> {
            throw new IllegalStateException("broken, as planned");
        };
        new EventChannel(Scheme.CAA, broken.and(heard::add)).issued(USER);

        assertThat(heard).containsExactly(new AuthEvent.Issued(Scheme.CAA, USER));
    }

    @Test
    void aFailureIsHandedBackToBeThrown() {
        IllegalStateException failure = new IllegalStateException("down");

        assertThat(new EventChannel(Scheme.CAA, AuthEventListener.none()).storeFailed(Operation.LOGIN, failure))
                .isSameAs(failure);
    }
}
