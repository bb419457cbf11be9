package dev.keystile.jwt;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/** The test vectors beside this class. Read by another library than the one under test. */
final class Vectors {

    private Vectors() {}

    static Map<String, Object> load(String name) {
        try (InputStream file = Vectors.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new AssertionError(name + " is missing from the test resources.");
            }
            return JSONObjectUtils.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | ParseException unreadable) {
            throw new AssertionError(name + " can't be read.", unreadable);
        }
    }

    static Map<String, Object> object(Map<String, Object> members, String name) {
        return object(members.get(name));
    }

    @SuppressWarnings("unchecked") // the JSON library makes maps with string keys
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    static List<Map<String, Object>> objects(Map<String, Object> members, String name) {
        return ((List<?>) members.get(name)).stream().map(Vectors::object).toList();
    }

    static String text(Map<String, Object> members, String name) {
        return (String) members.get(name);
    }

    static long number(Map<String, Object> members, String name) {
        return ((Number) members.get(name)).longValue();
    }
}
