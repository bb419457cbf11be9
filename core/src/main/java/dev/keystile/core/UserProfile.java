package dev.keystile.core;

import dev.keystile.codec.UnicodeText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the application's directory tells of a user, to be written into a grant as it is: nested maps and lists, strings,
 * numbers, booleans and nulls, in the order given. Copied and checked when it is made, immutable afterwards.
 *
 * <p>A member named {@code password}, in any case and at any depth, is left out: a grant must never carry one, and an
 * application that hands us its whole user row is common.
 *
 * @param members what was kept, unmodifiable
 */
public record UserProfile(Map<String, @Nullable Object> members) {

    private static final int MAX_DEPTH = 31;

    /**
     * @throws IllegalArgumentException if a value is not a map with string keys, a list, a string, a finite number, a boolean
     *     or null, if a name or a string has an unpaired surrogate, or if maps and lists are nested deeper than 31, the profile
     *     itself being the first (a grant adds one, and a strict reader stops at 32)
     */
    public UserProfile {
        members = copyOfMap(members, "profile", 1);
    }

    /** A profile of {@code members}. */
    public static UserProfile of(Map<String, ? extends @Nullable Object> members) {
        return new UserProfile(new LinkedHashMap<>(members));
    }

    /** A profile that tells nothing. */
    public static UserProfile empty() {
        return new UserProfile(Map.of());
    }

    private static Map<String, @Nullable Object> copyOfMap(Map<?, ?> source, String path, int depth) {
        requireDepth(path, depth);
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        source.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException(
                        path + " has a key that is no string; convert keys to strings first.");
            }
            requireWellFormed(name, "A name in " + path);
            if (!name.equalsIgnoreCase("password")) {
                copy.put(name, copyOf(value, path + "." + name, depth + 1));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static List<@Nullable Object> copyOfList(List<?> source, String path, int depth) {
        requireDepth(path, depth);
        List<@Nullable Object> copy = new ArrayList<>(source.size());
        for (Object value : source) {
            copy.add(copyOf(value, path + "[" + copy.size() + "]", depth + 1));
        }
        return Collections.unmodifiableList(copy);
    }

    private static @Nullable Object copyOf(@Nullable Object value, String path, int depth) {
        if (value instanceof Map<?, ?> map) {
            return copyOfMap(map, path, depth);
        }
        if (value instanceof List<?> list) {
            return copyOfList(list, path, depth);
        }
        if (value instanceof String text) {
            requireWellFormed(text, path);
            return text;
        }
        if (value == null || value instanceof Boolean || isFiniteNumber(value)) {
            return value;
        }
        throw new IllegalArgumentException(path + " is a " + value.getClass().getName()
                + "; a profile holds maps, lists, strings, finite numbers, booleans and nulls.");
    }

    private static boolean isFiniteNumber(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue());
        }
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger
                || value instanceof BigDecimal;
    }

    private static void requireDepth(String path, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(path + " is nested deeper than " + MAX_DEPTH + " levels; flatten it.");
        }
    }

    private static void requireWellFormed(String text, String path) {
        if (!UnicodeText.isWellFormed(text)) {
            throw new IllegalArgumentException(
                    path + " has an unpaired surrogate, which no UTF-8 can carry; repair the text.");
        }
    }

    /** Names alone: values are personal. */
    @Override
    public String toString() {
        return "UserProfile" + members.keySet();
    }
}
