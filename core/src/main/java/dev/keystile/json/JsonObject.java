package dev.keystile.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that was read strictly. Values are {@code String}, {@code Long} or {@link BigInteger} for whole numbers,
 * {@link BigDecimal} for others, {@code Boolean}, {@code null}, {@link List} and {@link Map}, all unmodifiable and in the order
 * in which they came.
 *
 * @param members the members
 */
public record JsonObject(Map<String, @Nullable Object> members) {

    /** Copies {@code members}, keeping their order. */
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The member {@code name}, if it is there and is a string. */
    public Optional<String> string(String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Whether there is a member {@code name}, be it null. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Names alone: values may be credentials. */
    @Override
    public String toString() {
        return "JsonObject" + members.keySet();
    }
}
