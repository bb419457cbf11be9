package dev.keystile.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.core.SeededBytes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes not made here were computed by another implementation, Python's {@code hashlib.pbkdf2_hmac} on OpenSSL. */
class Pbkdf2PasswordHasherTest {

    private static final String SALT = "AAECAwQFBgcICQoLDA0ODw";

    private final SeededBytes random = new SeededBytes(7914);
    private final Pbkdf2PasswordHasher quick = Pbkdf2PasswordHasher.weakerThanRecommended(1000, random);

    /** RFC 7914 section 11. */
    @ParameterizedTest
    @CsvSource({
        "passwd, salt, 1, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
        "Password, NaCl, 80000, 4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
                + "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"
    })
    void rfc7914Section11(String password, String salt, int rounds, String expected) {
        byte[] derived = Pbkdf2PasswordHasher.derive(
                Password.plain(password), salt.getBytes(StandardCharsets.US_ASCII), rounds, expected.length() / 2);

        assertThat(HexFormat.of().formatHex(derived)).isEqualTo(expected);
    }

    @Test
    void theRecommendedHasherDoes600000Rounds() {
        Pbkdf2PasswordHasher recommended = Pbkdf2PasswordHasher.recommended();
        PasswordHash foreign =
                PasswordHash.parse("$pbkdf2-sha256$i=600000$" + SALT + "$lqWQTC4IyNpCMF28xdfPGOrSY21J9ZUmtgbyZpYoFHM");

        assertThat(recommended.hash(Password.plain("correct horse")).phc()).startsWith("$pbkdf2-sha256$i=600000$");
        assertThat(recommended.isCurrent(foreign)).isTrue();
        assertThat(recommended.matches(Password.plain("correct horse"), foreign))
                .isTrue();
    }

    @Test
    void aHashIsAPhcStringOfA16ByteSaltAndA32ByteHash() {
        assertThat(quick.hash(Password.plain("correct horse")).phc())
                .matches("\\$pbkdf2-sha256\\$i=1000\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(random.drawn()).isEqualTo(16);
    }

    @Test
    void aHasherWithABoundOfItsOwnMakesTheSameHashes() {
        PasswordHash hash = quick.atMostAtOnce(1).hash(Password.plain("correct horse"));

        assertThat(quick.isCurrent(hash)).isTrue();
        assertThat(quick.matches(Password.plain("correct horse"), hash)).isTrue();
    }

    @Test
    void aDecoyCostsWhatAHashCostsAndIsRandomThroughout() {
        SeededBytes sameBytes = new SeededBytes(7914);
        PhcString decoy = PhcString.parse(quick.decoy().phc()).orElseThrow();

        assertThat(decoy.isOf("pbkdf2-sha256", List.of("i"))).isTrue();
        assertThat(decoy.parameter("i")).isEqualTo(1000);
        assertThat(decoy.salt()).isEqualTo(sameBytes.next(16));
        assertThat(decoy.hash()).isEqualTo(sameBytes.next(32));
    }

    @Test
    void aDecoyIsCurrent() {
        assertThat(quick.isCurrent(quick.decoy())).isTrue();
    }

    @Test
    void theSamePasswordIsSaltedAfresh() {
        Password password = Password.plain("correct horse");

        assertThat(quick.hash(password)).isNotEqualTo(quick.hash(password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "", " ", "\0", "nul\0inside", "\uD83D\uDE00密码", "\uD800", "ß", "ss"})
    void onlyTheSamePasswordMatches(String text) {
        PasswordHash hash = quick.hash(Password.plain(text));

        assertThat(quick.matches(Password.plain(text), hash)).isTrue();
        assertThat(quick.matches(Password.plain(text + "x"), hash)).isFalse();
        assertThat(quick.matches(Password.plain("x" + text), hash)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "correct horse,yRTMTwbMbo9G0VfjobWqerzuuxe7BETNTErBbKKumGQ",
                "'',xbMBsf1hvO1j8AZCojBOxnRRn7182DxLyD2v4XQ/mFU",
                "\0,xbMBsf1hvO1j8AZCojBOxnRRn7182DxLyD2v4XQ/mFU",
                "\uD83D\uDE00密码,TAkIxKGDrot2B0wuJNIe0RIaDKHmF9J4kx7cRRLHOz8",
                "nul\0inside,TnbqQ50ELAHeSNZpT0VZW44bYCauPtMYzqilX4F3i9Y",
                " spaces ,S08abzukTmSyd9XOlJpRO8sm0e4Jp5hq5LNRRe5hUOs"
            })
    void whatAnotherImplementationHashedMatches(String text, String hash) {
        assertThat(quick.matches(
                        Password.plain(text), PasswordHash.parse("$pbkdf2-sha256$i=1000$" + SALT + "$" + hash)))
                .isTrue();
    }

    @Test
    void anUnpairedSurrogateCountsAsAQuestionMark() {
        PasswordHash questionMark =
                PasswordHash.parse("$pbkdf2-sha256$i=1000$" + SALT + "$MPPEdryvb8HnV6g9O27FBnIPa090HAHw1kd6Kcx+fTM");

        assertThat(quick.matches(Password.plain("a\uD800b"), questionMark)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$pbkdf2-sha256$i=1$c29tZXNhbHQ$rfGA22OzGgbGkc5jrQqgcA",
                "$pbkdf2-sha256$i=2$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw"
                        + "$Ux3pvAi3qXxkRwpSGsomD6y/2pqeOqxnKnVraoNmaqZy4T/iCLtzkpV/G3Sjh8clj+5gUnLDTeQLHbKoE4T1vw"
            })
    void hashesWithOtherParametersMatchToo(String phc) {
        assertThat(quick.matches(Password.plain("correct horse"), PasswordHash.parse(phc)))
                .isTrue();
        assertThat(quick.matches(Password.plain("wrong horse"), PasswordHash.parse(phc)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$pbkdf2-sha256$i=0$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
                "$pbkdf2-sha256$i=10000001$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
                "$pbkdf2-sha256$i=999999999$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
                "$pbkdf2-sha256$i=99999999999999999999$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
                "$pbkdf2-sha256$i=-1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
                "$pbkdf2-sha256$i=1000,l=32$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
                "$pbkdf2-sha256$r=1000$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
                "$pbkdf2-sha256$1000$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
                "$pbkdf2-sha512$i=1000$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
                "$pbkdf2-sha256$i=1000$AAECAwQFBgcI$AAECAwQ",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
            })
    void aHashOfAnotherKindOrOutOfBoundsIsNotRecognised(String phc) {
        PasswordHash hash = PasswordHash.parse(phc);

        assertThat(quick.recognises(hash)).isFalse();
        assertThat(quick.isCurrent(hash)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quick.matches(Password.plain("correct horse"), hash))
                .withMessageNotContaining(phc);
    }

    @ParameterizedTest
    @CsvSource({
        "999, 16, 32, false",
        "1000, 16, 32, true",
        "1001, 64, 64, true",
        "1000, 15, 32, false",
        "1000, 16, 31, false"
    })
    void aHashIsCurrentIfItIsAsStrongAsOurOwn(int rounds, int saltLength, int hashLength, boolean current) {
        PhcString phc = new PhcString("pbkdf2-sha256", Map.of("i", rounds), new byte[saltLength], new byte[hashLength]);

        assertThat(quick.isCurrent(PasswordHash.parse(phc.format()))).isEqualTo(current);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 599_999})
    void fewerThanTheRecommendedRoundsAreRefused(int rounds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pbkdf2PasswordHasher.withRounds(rounds))
                .withMessageContainingAll(rounds + " rounds", "600000 are the least", "use recommended()");
    }

    @Test
    void moreThanTheRecommendedRoundsMakeTheDefaultOutdated() {
        PasswordHash hash = PasswordHash.parse(
                new PhcString("pbkdf2-sha256", Map.of("i", 600_000), new byte[16], new byte[32]).format());

        assertThat(Pbkdf2PasswordHasher.withRounds(600_001).isCurrent(hash)).isFalse();
        assertThat(Pbkdf2PasswordHasher.withRounds(600_000).isCurrent(hash)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 600_000, 10_000_000})
    void hashesWithinBoundsAreRecognised(int rounds) {
        PhcString phc = new PhcString("pbkdf2-sha256", Map.of("i", rounds), new byte[8], new byte[16]);

        assertThat(quick.recognises(PasswordHash.parse(phc.format()))).isTrue();
    }

    @Test
    void anyRoundsThatCanBeVerifiedCanBeAskedForByName() {
        assertThat(Pbkdf2PasswordHasher.weakerThanRecommended(1, random)
                        .hash(Password.plain("correct horse"))
                        .phc())
                .startsWith("$pbkdf2-sha256$i=1$");
        assertThat(Pbkdf2PasswordHasher.withRounds(10_000_000)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 10_000_001, Integer.MAX_VALUE})
    void roundsThatCouldNotBeVerifiedAreRefused(int rounds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pbkdf2PasswordHasher.weakerThanRecommended(rounds, random))
                .withMessageContainingAll("1 to 10000000 rounds", "not " + rounds, "use recommended()");
    }
}
