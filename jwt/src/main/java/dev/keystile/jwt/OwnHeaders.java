package dev.keystile.jwt;

import dev.keystile.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The headers that our issuer writes under the keys of a ring. A token that has one of them, byte for byte, needs no parsing of its
 * header: every check would find what it found when the header was written.
 */
final class OwnHeaders {

    /** @param start what a token with this header starts with, the dot included */
    private record Own(String start, Optional<String> kid) {}

    private final KeyRing keys;
    private final List<Own> headers = new ArrayList<>();

    OwnHeaders(KeyRing keys, TokenRules rules) {
        this.keys = keys;
        for (TokenKey key : keys.all()) {
            if (keys.find(key.kid(), Long.MIN_VALUE).equals(Optional.of(key))) {
                headers.add(new Own(segment(key, rules) + '.', key.kid()));
            }
        }
    }

    /** The key that {@code compact} is to be checked with, or null if its header is not one of ours or its key is retired. */
    @Nullable
    TokenKey keyFor(String compact, long nowMillis) {
        for (Own header : headers) {
            if (compact.startsWith(header.start())) {
                return keys.find(header.kid(), nowMillis).orElse(null);
            }
        }
        return null;
    }

    /** The first segment of every token that is signed with {@code key} under {@code rules}. */
    static String segment(TokenKey key, TokenRules rules) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", rules.type());
        header.put("alg", key.algorithm().jwsName());
        key.kid().ifPresent(kid -> header.put("kid", kid));
        return Base64Url.encode(JsonWriter.write(header));
    }
}
