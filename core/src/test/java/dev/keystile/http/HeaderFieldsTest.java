package dev.keystile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderFieldsTest {

    @Test
    void namesAreFoundWithoutRegardToCase() {
        HeaderFields fields = HeaderFields.of(Map.of("AUTHORIZATION", List.of("Caa x")));

        assertThat(fields.single("authorization")).contains("Caa x");
        assertThat(fields.single("Authorization")).contains("Caa x");
    }

    @Test
    void caseIsFoldedTheSameInEveryCountry() {
        Locale former = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(HeaderFields.of(Map.of("AUTHORIZATION", List.of("Caa x")))
                            .single("authorization"))
                    .isPresent();
        } finally {
            Locale.setDefault(former);
        }
    }

    @Test
    void aFieldThatIsSentTwiceIsNotSingle() {
        HeaderFields fields = HeaderFields.of(Map.of("Authorization", List.of("a", "a")));

        assertThat(fields.single("Authorization")).isEmpty();
        assertThat(fields.all("Authorization")).containsExactly("a", "a");
    }

    @Test
    void namesThatDifferInCaseAloneAreOneField() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Authorization", List.of("a"));
        headers.put("authorization", List.of("b"));

        assertThat(HeaderFields.of(headers).all("AUTHORIZATION")).containsExactly("a", "b");
        assertThat(HeaderFields.of(headers).single("Authorization")).isEmpty();
    }

    @Test
    void aMissingFieldIsEmpty() {
        assertThat(HeaderFields.none().single("Authorization")).isEmpty();
        assertThat(HeaderFields.none().all("Authorization")).isEmpty();
        assertThat(HeaderFields.of(Map.of("Authorization", List.of())).single("Authorization"))
                .isEmpty();
    }

    @Test
    void valuesAreKeptAsTheyAre() {
        assertThat(HeaderFields.of(Map.of("a", List.of(" b, c "))).single("a")).contains(" b, c ");
    }

    @Test
    void changingTheGivenHeadersChangesNothing() {
        List<String> values = new ArrayList<>(List.of("a"));
        HeaderFields fields = HeaderFields.of(Map.of("Authorization", values));
        values.add("b");

        assertThat(fields.single("Authorization")).contains("a");
        assertThatThrownBy(() -> fields.all("Authorization").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void itsTextFormShowsNamesAlone() {
        assertThat(HeaderFields.of(Map.of("Authorization", List.of("hidden"))))
                .hasToString("HeaderFields[authorization]");
    }
}
