package dev.keystile.testkit.conformance.caa;

import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.wire.WireResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a login or a refresh hands out, read strictly. */
final class KeyGrant {

    private static final int OK = 200;

    /** 32 bytes in canonical base64: the last of 43 characters has no spare bit set. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=");

    private final JsonObject body;
    private final List<String> expiryNames;

    private KeyGrant(JsonObject body, List<String> expiryNames) {
        this.body = body;
        this.expiryNames = expiryNames;
    }

    /**
     * The grant in {@code response}.
     *
     * @param expiryNames what the operation calls the expiry, in order
     * @throws Discrepancy if there is none, or it isn't exactly of the contract's shape
     */
    static KeyGrant in(WireResponse response, List<String> expiryNames) {
        JsonObject body = JsonReader.readObject(response.body()).orElse(null);
        if (response.status() != OK || body == null) {
            throw new Discrepancy("200 and a key grant", response.status() + " " + response.text());
        }
        KeyGrant grant = new KeyGrant(body, expiryNames);
        grant.requireShape();
        return grant;
    }

    private void requireShape() {
        require(List.copyOf(body.members().keySet()).equals(memberNames()), "the members " + memberNames());
        require(isKey("apiKey") && isKey("secretKey"), "apiKey and secretKey in canonical base64 of 32 bytes");
        require(body.string("userId").filter(id -> !id.isEmpty()).isPresent(), "userId as a string");
        require(
                expiryNames.stream().allMatch(name -> body.members().get(name) instanceof Long),
                "the expiry as a number");
        require(body.members().get("user") instanceof Map, "user as an object");
    }

    private List<String> memberNames() {
        return expiryNames.size() == 2
                ? List.of("apiKey", "secretKey", "userId", expiryNames.get(0), expiryNames.get(1), "user")
                : List.of("apiKey", "secretKey", "userId", expiryNames.get(0), "user");
    }

    private boolean isKey(String name) {
        return body.string(name).filter(key -> KEY.matcher(key).matches()).isPresent();
    }

    private void require(boolean holds, String expected) {
        if (!holds) {
            throw new Discrepancy(
                    "a key grant with " + expected,
                    "the members " + body.members().keySet());
        }
    }

    Pair pair() {
        return new Pair(
                body.string("apiKey").orElseThrow(), body.string("secretKey").orElseThrow());
    }

    String userId() {
        return body.string("userId").orElseThrow();
    }

    /** The expiry, by each of its names. */
    List<Long> expiries() {
        return expiryNames.stream().map(name -> (Long) body.members().get(name)).toList();
    }
}
