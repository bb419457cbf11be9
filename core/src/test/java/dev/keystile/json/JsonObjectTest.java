package dev.keystile.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    private final Map<String, @Nullable Object> members = new HashMap<>();

    JsonObjectTest() {
        members.put("text", "hidden");
        members.put("number", 1L);
        members.put("nothing", null);
    }

    @Test
    void onlyAStringIsTakenForOne() {
        JsonObject object = new JsonObject(members);

        assertThat(object.string("text")).contains("hidden");
        assertThat(object.string("number")).isEmpty();
        assertThat(object.string("nothing")).isEmpty();
        assertThat(object.string("missing")).isEmpty();
    }

    @Test
    void aMemberThatIsNullIsThere() {
        assertThat(new JsonObject(members).has("nothing")).isTrue();
        assertThat(new JsonObject(members).has("missing")).isFalse();
    }

    @Test
    void changingWhatWasGivenChangesNothing() {
        JsonObject object = new JsonObject(members);
        members.clear();

        assertThat(object.members()).hasSize(3);
        assertThatThrownBy(() -> object.members().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void itsTextFormShowsNamesAlone() {
        assertThat(new JsonObject(Map.of("password", "hidden"))).hasToString("JsonObject[password]");
    }
}
