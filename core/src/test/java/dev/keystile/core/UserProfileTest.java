package dev.keystile.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserProfileTest {

    static List<Object> values() {
        return List.of(
                "text",
                "",
                "\uD83D\uDE00",
                true,
                (byte) 1,
                (short) 2,
                3,
                4L,
                0.5f,
                -0.0,
                new BigInteger("9".repeat(40)),
                new BigDecimal("1.10"),
                Map.of("a", 1),
                List.of("a", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyKindOfValueIsKeptAsItIs(Object value) {
        assertThat(UserProfile.of(Map.of("a", value)).members()).isEqualTo(Map.of("a", value));
    }

    @Test
    void nullsAreKept() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("a", null);
        members.put("b", Arrays.asList(1, null));

        assertThat(UserProfile.of(members).members()).isEqualTo(members);
    }

    @Test
    void membersKeepTheirOrder() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("z", 1);
        members.put("a", 2);
        members.put("m", 3);

        assertThat(UserProfile.of(members).members().keySet()).containsExactly("z", "a", "m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "Password", "PASSWORD", "passWord"})
    void aPasswordIsLeftOutAtEveryDepth(String name) {
        UserProfile profile = UserProfile.of(Map.of(
                name,
                "hidden",
                "kept",
                1,
                "nested",
                Map.of(name, "hidden"),
                "list",
                List.of(List.of(Map.of(name, Map.of("a", 1))))));

        assertThat(profile.members())
                .isEqualTo(Map.of("kept", 1, "nested", Map.of(), "list", List.of(List.of(Map.of()))));
    }

    @Test
    void whatMerelySoundsLikeAPasswordIsKept() {
        assertThat(UserProfile.of(Map.of("passwordChangedAt", 1, "value", "password"))
                        .members())
                .hasSize(2);
    }

    @Test
    void aPasswordOfAKindThatIsRefusedElsewhereIsLeftOutToo() {
        assertThat(UserProfile.of(Map.of("password", new char[] {'a'})).members())
                .isEmpty();
    }

    @Test
    void changingWhatWasGivenChangesNothing() {
        List<Object> list = new ArrayList<>(List.of(1));
        Map<String, Object> nested = new HashMap<>(Map.of("list", list));
        Map<String, Object> members = new HashMap<>(Map.of("nested", nested));
        UserProfile profile = UserProfile.of(members);
        list.add(2);
        nested.clear();
        members.clear();

        assertThat(profile.members()).isEqualTo(Map.of("nested", Map.of("list", List.of(1))));
    }

    @Test
    void nothingOfItCanBeChanged() {
        UserProfile profile = UserProfile.of(Map.of("map", Map.of("a", 1), "list", List.of(1)));
        Map<?, ?> map = (Map<?, ?>) profile.members().get("map");
        List<?> list = (List<?>) profile.members().get("list");

        assertThatThrownBy(() -> profile.members().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    static List<Arguments> unfit() {
        return List.of(
                Arguments.of(LocalDate.EPOCH, "is a java.time.LocalDate"),
                Arguments.of('c', "is a java.lang.Character"),
                Arguments.of(new Object[0], "is a [Ljava.lang.Object;"),
                Arguments.of(Set.of(1), "is a java.util."),
                Arguments.of(Optional.of(1), "is a java.util.Optional"),
                Arguments.of(new AtomicInteger(), "is a java.util.concurrent.atomic.AtomicInteger"),
                Arguments.of(Double.NaN, "is a java.lang.Double"),
                Arguments.of(Float.NEGATIVE_INFINITY, "is a java.lang.Float"),
                Arguments.of("\uD83D", "has an unpaired surrogate"),
                Arguments.of("\uDE00\uD83D", "has an unpaired surrogate"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatAGrantCannotCarryIsRefusedByItsPath(Object value, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserProfile.of(Map.of("a", List.of(1, Map.of("b", value)))))
                .withMessageStartingWith("profile.a[1].b " + why);
    }

    @Test
    void aNameWithAnUnpairedSurrogateIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserProfile.of(Map.of("a", Map.of("\uD800", 1))))
                .withMessageContaining("A name in profile.a has an unpaired surrogate");
    }

    @Test
    void aKeyThatIsNoStringIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserProfile.of(Map.of("a", Map.of(1, 2))))
                .withMessageContainingAll("profile.a has a key that is no string", "convert keys to strings");
    }

    @Test
    void nestingEndsAt31() {
        assertThat(UserProfile.of(nestedLists(31)).members()).hasSize(1);
        assertThat(UserProfile.of(nestedMaps(31)).members()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserProfile.of(nestedLists(32)))
                .withMessageContainingAll("nested deeper than 31 levels", "flatten it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserProfile.of(nestedMaps(32)))
                .withMessageContainingAll("nested deeper than 31 levels", "flatten it");
    }

    @Test
    void aProfileThatContainsItselfIsRefused() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserProfile.of(Map.of("a", endless)))
                .withMessageContaining("nested deeper");
    }

    @Test
    void itsTextFormShowsNamesAlone() {
        assertThat(UserProfile.of(Map.of("mobile", "13800138000"))).hasToString("UserProfile[mobile]");
        assertThat(UserProfile.empty()).hasToString("UserProfile[]");
    }

    private static Map<String, Object> nestedLists(int levels) {
        Object value = "deep";
        for (int level = 1; level < levels; level++) {
            value = List.of(value);
        }
        return Map.of("a", value);
    }

    private static Map<String, Object> nestedMaps(int levels) {
        Map<String, Object> value = Map.of("a", "deep");
        for (int level = 1; level < levels; level++) {
            value = Map.of("a", value);
        }
        return value;
    }
}
