package dev.keystile.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.event.AuthEvent.Operation;
import dev.keystile.event.AuthEvent.Scheme;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What events say, and that it is one line (ASVS 5.0, 16.4.1). */
class AuthEventTest {

    private static final UserId USER = new UserId("u\u2028\u202E\" [x]");

    private static List<AuthEvent> all() {
        return List.of(
                new AuthEvent.Issued(Scheme.CAA, USER),
                new AuthEvent.Exchanged(Scheme.CAA, USER),
                new AuthEvent.Raced(Scheme.CAA, USER),
                new AuthEvent.FamilyRevoked(Scheme.CAA, USER, FamilyId.random(RandomBytes.secure())),
                new AuthEvent.Refused(Scheme.CAA, Operation.AUTHENTICATE, "WRONG_SIGNATURE"),
                new AuthEvent.Throttled(Scheme.CAA, "192.0.2.1\r\nforged", Duration.ofSeconds(3)),
                new AuthEvent.Revoked(Scheme.CAA, USER, true),
                new AuthEvent.StoreFailed(Scheme.CAA, Operation.LOGIN, "StoreException"));
    }

    @Test
    void everyEventIsOneLineWithoutDirectionMarks() {
        assertThat(all())
                .allSatisfy(event ->
                        assertThat(event.toString()).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u202E]"));
    }

    @Test
    void everyEventHasANameOfItsOwn() {
        assertThat(all())
                .extracting(AuthEvent::name)
                .doesNotHaveDuplicates()
                .hasSize(AuthEvent.class.getPermittedSubclasses().length);
    }

    @Test
    void whoeverChoseAUserIdIsQuoted() {
        assertThat(new AuthEvent.Issued(Scheme.TOKENS, USER))
                .hasToString("Issued[TOKENS, user \"u\\u{2028}\\u{202e}\\u{22} [x]\"]");
    }

    @Test
    void whoeverChoseAnAddressIsQuoted() {
        assertThat(new AuthEvent.Throttled(Scheme.CAA, "192.0.2.1\r\nforged", Duration.ofSeconds(3)))
                .hasToString("Throttled[CAA, client \"192.0.2.1\\u{d}\\u{a}forged\", for 3 s]");
    }

    @ParameterizedTest
    @CsvSource({"demo,\"demo\"", "演示,\"演示\"", "'',\"\"", "a\\b,\"a\\u{5c}b\"", "é̂,\"é\\u{302}\""})
    void aTextIsShownAsFarAsItIsPrintable(String text, String shown) {
        assertThat(Quoted.of(text)).isEqualTo(shown);
    }

    @Test
    void aLongTextIsCut() {
        assertThat(Quoted.of("x".repeat(101))).isEqualTo("\"" + "x".repeat(100) + "…\"");
    }

    @Test
    void aReasonIsThereWhereSomethingWentWrong() {
        assertThat(all().stream().filter(event -> !event.reason().isEmpty()))
                .extracting(AuthEvent::reason)
                .containsExactlyElementsOf(Arrays.asList("WRONG_SIGNATURE", "StoreException"));
    }
}
