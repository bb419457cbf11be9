package dev.keystile.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyIdTest {

    @Test
    void aNewFamilyHas16LettersAndDigits() {
        RandomBytes random = RandomBytes.secure();
        Set<FamilyId> families = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            families.add(FamilyId.random(random));
        }

        assertThat(families).hasSize(10_000).allMatch(family -> family.value().matches("[A-Za-z0-9]{16}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z9", "0", "a.b_c~d-e", "550e8400-e29b-41d4-a716-446655440000"})
    void anIdMadeElsewhereIsTakenAsItIs(String value) {
        assertThat(FamilyId.isFit(value)).isTrue();
        assertThat(new FamilyId(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a:b",
                "a/b",
                "a+b",
                "a=",
                "{a}",
                "a*",
                "a%",
                "a\n",
                "\0",
                "\u007F",
                "ä",
                "\u0661",
                "\uff21",
                "\uD83D\uDE00"
            })
    void anythingElseIsRefused(String value) {
        assertThat(FamilyId.isFit(value)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FamilyId(value))
                .withMessageContainingAll("1 to 64 characters", "random()");
    }

    @Test
    void itIsAtMost64CharactersLong() {
        assertThat(FamilyId.isFit("a".repeat(64))).isTrue();
        assertThat(FamilyId.isFit("a".repeat(65))).isFalse();
    }
}
