package dev.keystile.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.core.SeededBytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHasherTest {

    private static final String REFERENCE =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private final SeededBytes random = new SeededBytes(9106);
    private final Argon2PasswordHasher quick = Argon2PasswordHasher.weakerThanRecommended(64, 1, random);

    /** The first two stand in the reference implementation's own tests (phc-winner-argon2); it computed the others as well. */
    static List<List<String>> madeByTheReferenceImplementation() {
        return List.of(
                List.of("password", REFERENCE),
                List.of(
                        "password",
                        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"),
                List.of("nul\0inside", "$argon2id$v=19$m=128,t=3,p=4$c29tZXNhbHQ$gG8R3I2QKlaq5kNCjkDJ+w"),
                List.of(
                        "",
                        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$+DMg0Hsxx2CZGOKL/waFFg82zXwGXdCIU5N1SN6XKPQ"),
                List.of(
                        "\uD83D\uDE00密码",
                        "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$zJh3sTkdBm90IVhOIZIT69xBm8h8qEk2hXIyzwSR7MI"));
    }

    @ParameterizedTest
    @MethodSource("madeByTheReferenceImplementation")
    void whatTheReferenceImplementationHashedMatches(List<String> passwordAndHash) {
        PasswordHash hash = PasswordHash.parse(passwordAndHash.get(1));

        assertThat(quick.matches(Password.plain(passwordAndHash.get(0)), hash)).isTrue();
        assertThat(quick.matches(Password.plain(passwordAndHash.get(0) + "x"), hash))
                .isFalse();
    }

    @Test
    void theRecommendedCostIs19MibAnd2PassesIn1Lane() {
        Argon2PasswordHasher recommended = Argon2PasswordHasher.recommended();
        PasswordHash hash = recommended.hash(Password.plain("correct horse"));

        assertThat(hash.phc()).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(recommended.isCurrent(hash)).isTrue();
        assertThat(recommended.matches(Password.plain("correct horse"), hash)).isTrue();
    }

    @Test
    void aDecoyCostsWhatAHashCostsAndIsRandomThroughout() {
        SeededBytes sameBytes = new SeededBytes(9106);
        PhcString decoy = PhcString.parse(quick.decoy().phc()).orElseThrow();

        assertThat(Argon2Cost.of(decoy)).isEqualTo(new Argon2Cost(64, 1, 1));
        assertThat(decoy.salt()).isEqualTo(sameBytes.next(16));
        assertThat(decoy.hash()).isEqualTo(sameBytes.next(32));
    }

    @Test
    void aDecoyIsCurrent() {
        assertThat(quick.isCurrent(quick.decoy())).isTrue();
    }

    @Test
    void theSaltIs16BytesOfTheGivenSource() {
        PasswordHash first = quick.hash(Password.plain("correct horse"));
        assertThat(random.drawn()).isEqualTo(16);

        assertThat(quick.hash(Password.plain("correct horse"))).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=7,t=1,p=1$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$m=15,t=1,p=2$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$m=262145,t=1,p=1$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$m=999999999,t=1,p=1$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$m=64,t=17,p=1$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$m=64,t=1,p=0$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$m=256,t=1,p=17$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$m=999999999,t=1,p=999999999$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$m=64,t=1,p=1$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$t=1,m=64,p=1$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$m=64,t=1,p=1,keyid=1$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$m=64,t=1$c29tZXNhbHQ$AAECAwQFBgcICQoLDA0ODw",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$",
                "$pbkdf2-sha256$i=1000$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw"
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
    @CsvSource({"8, 1, 1", "16, 1, 2", "128, 16, 16", "262144, 16, 1"})
    void hashesWithinBoundsAreRecognised(int memoryKib, int passes, int lanes) {
        Argon2Cost cost = new Argon2Cost(memoryKib, passes, lanes);
        PhcString phc = new PhcString("argon2id$v=19", cost.toParameters(), new byte[8], new byte[16]);

        assertThat(quick.recognises(PasswordHash.parse(phc.format()))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "64, 1, 1, 16, 32, true",
        "65, 2, 2, 64, 64, true",
        "63, 1, 1, 16, 32, false",
        "63, 9, 1, 16, 32, false",
        "64, 1, 1, 15, 32, false",
        "64, 1, 1, 16, 31, false"
    })
    void aHashIsCurrentIfItIsAsStrongAsOurOwn(
            int memoryKib, int passes, int lanes, int saltLength, int hashLength, boolean current) {
        Argon2Cost cost = new Argon2Cost(memoryKib, passes, lanes);
        PhcString phc = new PhcString("argon2id$v=19", cost.toParameters(), new byte[saltLength], new byte[hashLength]);

        assertThat(quick.isCurrent(PasswordHash.parse(phc.format()))).isEqualTo(current);
    }

    @ParameterizedTest
    @CsvSource({"19455, 2", "19456, 1", "262144, 1", "8, 16", "0, 0"})
    void lessThanTheRecommendedCostIsRefused(int memoryKib, int passes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Argon2PasswordHasher.withCost(memoryKib, passes))
                .withMessageContainingAll(
                        memoryKib + " KiB and " + passes + " passes", "are the least", "use recommended()");
    }

    @ParameterizedTest
    @CsvSource({"7, 1", "262145, 1", "64, 0", "64, 17", "-1, 1", "2147483647, 2147483647"})
    void aCostThatCouldNotBeVerifiedIsRefused(int memoryKib, int passes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Argon2PasswordHasher.weakerThanRecommended(memoryKib, passes, random))
                .withMessageContainingAll("8 to 262144 KiB", "not " + memoryKib, "use recommended()");
    }

    @Test
    void aHigherCostMakesTheRecommendedOneOutdated() {
        PasswordHash recommended = PasswordHash.parse(
                new PhcString("argon2id$v=19", new Argon2Cost(19_456, 2, 1).toParameters(), new byte[16], new byte[32])
                        .format());

        assertThat(Argon2PasswordHasher.withCost(19_456, 2).isCurrent(recommended))
                .isTrue();
        assertThat(Argon2PasswordHasher.withCost(19_457, 2).isCurrent(recommended))
                .isFalse();
        assertThat(Argon2PasswordHasher.withCost(19_456, 3).isCurrent(recommended))
                .isFalse();
    }
}
