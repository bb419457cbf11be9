package dev.keystile.store.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as one name and as one address. */
class LoginAttemptTest {

    private static LoginAttempt from(String address) {
        return LoginAttempt.of("demo", address, 0);
    }

    private static AttemptKey accountOf(String name) {
        return LoginAttempt.of(name, "192.0.2.1", 0).account();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1,2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1,2001:0DB8:0001:0002:0:0:0:9",
        "2001:db8:1:2::1,[2001:db8:1:2::1]",
        "fe80::1,fe80::2%eth0",
        "192.0.2.1,::ffff:192.0.2.1",
        "192.0.2.1,::ffff:c000:201",
        "192.0.2.1,64:ff9b::c000:201",
        "192.0.2.1,' 192.0.2.1 '"
    })
    void oneClientIsOneAddress(String address, String same) {
        assertThat(from(address).address()).isPresent().isEqualTo(from(same).address());
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1,2001:db8:1:3::1",
        "192.0.2.1,192.0.2.2",
        "192.0.2.1,::192.0.2.1",
        "a:b,a:c",
        "1:2:3,1:2:4"
    })
    void anotherClientIsAnotherAddress(String address, String other) {
        assertThat(from(address).address()).isNotEqualTo(from(other).address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%eth0"})
    void anAddressThatIsMissingIsNone(String address) {
        assertThat(from(address).address()).isEmpty();
        assertThat(from(address).pair()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEMO", "Demo", " demo ", "ｄｅｍｏ"})
    void spellingsOfAName(String spelling) {
        assertThat(accountOf(spelling)).isEqualTo(accountOf("demo"));
    }

    /** They can't be anybody's; to fold 64 KiB for each of them would be a gift to whoever sends them. */
    @Test
    void namesThatAreTooLongAreOneAccount() {
        assertThat(accountOf("x".repeat(256))).isEqualTo(accountOf("y".repeat(60_000)));
        assertThat(accountOf("x".repeat(255))).isNotEqualTo(accountOf("y".repeat(255)));
    }

    @Test
    void anotherNameIsAnotherAccount() {
        assertThat(accountOf("demo2")).isNotEqualTo(accountOf("demo"));
    }

    @Test
    void aPairIsOneNameFromOneAddress() {
        Optional<AttemptKey> pair = from("192.0.2.1").pair();

        assertThat(pair).isPresent().isEqualTo(from("192.0.2.1").pair());
        assertThat(from("192.0.2.2").pair()).isNotEqualTo(pair);
        assertThat(LoginAttempt.of("demo2", "192.0.2.1", 0).pair()).isNotEqualTo(pair);
    }

    @Test
    void namesAndAddressesShareNoKey() {
        LoginAttempt attempt = LoginAttempt.of("192.0.2.1", "192.0.2.1", 0);

        assertThat(attempt.address()).isPresent().isNotEqualTo(Optional.of(attempt.account()));
    }

    @Test
    void nothingIsShownInTheClear() {
        LoginAttempt attempt = LoginAttempt.of("demo", "192.0.2.1", 0);

        assertThat(attempt + " " + attempt.account() + attempt.address())
                .doesNotContain("demo", "192.0.2.1")
                .startsWith("LoginAttempt[redacted] ");
    }

    /** Or two attempts that lock the same rows would wait for each other for ever. */
    @Test
    void keysAreLockedInOneOrder() {
        AttemptKey least = new AttemptKey(1, 1);
        AttemptKey middle = new AttemptKey(1, 2);
        AttemptKey greatest = new AttemptKey(2, 0);

        assertThat(Stream.of(greatest, middle, least).sorted()).containsExactly(least, middle, greatest);
        assertThat(middle).isEqualByComparingTo(new AttemptKey(1, 2));
    }

    @Test
    void aKeyIsWrittenAsItsBytes() {
        AttemptKey key = new AttemptKey(0x0102030405060708L, 0x090a0b0c0d0e0f10L);

        assertThat(key).hasToString("0102030405060708090a0b0c0d0e0f10");
        assertThat(key.bytes()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    }
}
