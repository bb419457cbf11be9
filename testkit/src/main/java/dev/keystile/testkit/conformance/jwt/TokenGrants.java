package dev.keystile.testkit.conformance.jwt;

import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.wire.WireResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what logins and exchanges of both dialects hand out, strictly. */
final class TokenGrants {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final String TOKEN = "([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)";
    private static final Pattern BEARER_LOGIN = Pattern.compile("\\{\"Event\":\"user_login\",\"StatusCode\":200,"
            + "\"Message\":\"登录成功！\",\"Data\":\\{\"bearerToken\":\"" + TOKEN + "\"\\}\\}");
    private static final Pattern BEARER_EXCHANGE = Pattern.compile("\"" + TOKEN + "\"");

    private TokenGrants() {}

    /** 201 {@code {"token","user","ttl","refresh_ttl"}}. */
    static TokenText tokensLogin(ConformanceTarget target, WireResponse response) {
        JsonObject body = tokensBody(target, response, List.of("token", "user", "ttl", "refresh_ttl"));
        if (!(body.members().get("user") instanceof Map)) {
            throw new Discrepancy("user as an object", "something else");
        }
        return TokenText.of(body.string("token").orElse(""));
    }

    /** 201 {@code {"token","ttl","refresh_ttl"}}. */
    static TokenText tokensExchange(ConformanceTarget target, WireResponse response) {
        JsonObject body = tokensBody(target, response, List.of("token", "ttl", "refresh_ttl"));
        return TokenText.of(body.string("token").orElse(""));
    }

    /** 200 {@code {"Event","StatusCode","Message","Data":{"bearerToken"}}}. */
    static TokenText bearerLogin(WireResponse response) {
        return bearer(response, BEARER_LOGIN, "200 and a bearerToken in the contract's shape");
    }

    /** 200 and a bare JSON string. */
    static TokenText bearerExchange(WireResponse response) {
        return bearer(response, BEARER_EXCHANGE, "200 and a token as a JSON string");
    }

    private static TokenText bearer(WireResponse response, Pattern shape, String expected) {
        Matcher body = shape.matcher(response.text());
        if (response.status() != OK || !body.matches()) {
            throw new Discrepancy(expected, response.status() + " " + response.text());
        }
        return TokenText.of(body.group(1));
    }

    private static JsonObject tokensBody(ConformanceTarget target, WireResponse response, List<String> members) {
        JsonObject body = JsonReader.readObject(response.body()).orElse(null);
        if (response.status() != CREATED || body == null) {
            throw new Discrepancy("201 and a token grant", response.status() + " " + response.text());
        }
        List<String> given = List.copyOf(body.members().keySet());
        if (!given.equals(members)) {
            throw new Discrepancy("the members " + members, "the members " + given);
        }
        requireMinutes(body, "ttl", target.tokenLifetime().toMinutes());
        requireMinutes(body, "refresh_ttl", target.tokenRefreshWindow().toMinutes());
        return body;
    }

    private static void requireMinutes(JsonObject body, String name, long minutes) {
        Object value = body.members().getOrDefault(name, "nothing");
        if (!Long.valueOf(minutes).equals(value)) {
            throw new Discrepancy(name + " as the number " + minutes + ", in minutes", name + " as " + value);
        }
    }
}
