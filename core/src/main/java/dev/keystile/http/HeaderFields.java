package dev.keystile.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The header fields of a request, by name without regard to case. Duplicates are kept, because a credential that is sent twice
 * has to be refused rather than picked from. Immutable.
 */
public final class HeaderFields {

    private static final HeaderFields NONE = new HeaderFields(Map.of());

    private final Map<String, List<String>> fields;

    private HeaderFields(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** No header fields at all. */
    public static HeaderFields none() {
        return NONE;
    }

    /** The fields of {@code headers}; names that differ in case alone are one field. */
    public static HeaderFields of(Map<String, ? extends List<String>> headers) {
        Map<String, List<String>> fields = new TreeMap<>();
        headers.forEach(
                (name, values) -> fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .addAll(values));
        fields.replaceAll((name, values) -> Collections.unmodifiableList(values));
        return new HeaderFields(fields);
    }

    /** Every value that was sent under {@code name}, in order; empty if there was none. */
    public List<String> all(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The value of {@code name} if it was sent exactly once. */
    public Optional<String> single(String name) {
        List<String> values = all(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The names alone: values may be credentials. */
    @Override
    public String toString() {
        return "HeaderFields" + fields.keySet();
    }
}
