package dev.keystile.jwt;

import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import dev.keystile.json.JsonWriter;
import dev.keystile.jwt.JwsVerifier.Opening;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a developer how a verdict came about, one line a stage. What it quotes from a token is written as JSON, without control
 * characters, and cut, so that a token can neither break out of its log line nor be put together again from it. The claims of a
 * token that isn't ours are not told at all.
 */
final class Explanation {

    private static final int LONGEST_QUOTE = 60;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final KeyRing keys;
    private final TokenRules rules;
    private final long nowMillis;
    private final List<String> lines = new ArrayList<>();

    Explanation(KeyRing keys, TokenRules rules, long nowMillis) {
        this.keys = keys;
        this.rules = rules;
        this.nowMillis = nowMillis;
    }

    String of(String compact, Opening opening, TokenVerdict verdict) {
        String name = verdict.getClass().getSimpleName();
        tell("verdict", verdict instanceof Refused refused ? refused.reason() + ": " + refused.detail() : name);
        tell("length", compact.length() + " characters of at most " + rules.maxLength());
        CompactJws.split(compact, rules.maxLength()).ifPresent(envelope -> {
            JsonReader.readObject(envelope.header()).ifPresent(this::tellHeader);
            tellSignature(envelope, opening instanceof Opening.Opened);
        });
        if (opening instanceof Opening.Opened opened) {
            JsonReader.readObject(opened.payload()).ifPresent(this::tellClaims);
        }
        return String.join("\n", lines);
    }

    private void tellHeader(JsonObject header) {
        tell("header", quotes(header, "alg", "typ", "kid") + ", members " + names(header));
        tell(
                "key",
                keys.find(header.string("kid"), nowMillis)
                        .map(TokenKey::toString)
                        .orElse("none, the ring being " + keys));
    }

    private void tellSignature(CompactJws envelope, boolean genuine) {
        String made = genuine ? "made with the key [masked]" : "not accepted";
        int signed = envelope.signedLength();
        tell("signature", envelope.signatureLength() + " bytes [masked] over " + signed + " characters, " + made);
    }

    private void tellClaims(JsonObject claims) {
        tell("claims", quotes(claims, "iss", "aud", "sub", "jti") + ", members " + names(claims));
        String audience = rules.audience().map(Explanation::quote).orElse("absent");
        tell("expected", "iss " + quote(rules.issuer()) + ", aud " + audience);
        tell("times", time(claims, "iat") + ", " + time(claims, "nbf") + ", " + time(claims, "exp"));
        String window = rules.refreshWindow().map(Object::toString).orElse("none");
        tell("allowed", "leeway " + rules.leeway() + ", lifetime " + rules.longestLifetime() + ", window " + window);
        tell("clock", Instant.ofEpochMilli(nowMillis).toString());
    }

    private void tell(String stage, String finding) {
        lines.add(stage + ": " + finding);
    }

    private static String names(JsonObject object) {
        return quote(object.members().keySet());
    }

    private static String quotes(JsonObject object, String... names) {
        List<String> quotes = new ArrayList<>();
        for (String name : names) {
            quotes.add(name + " " + (object.has(name) ? quote(object.members().get(name)) : "absent"));
        }
        return String.join(", ", quotes);
    }

    private static String time(JsonObject claims, String name) {
        Object value = claims.members().get(name);
        String quoted = quotes(claims, name);
        return value instanceof Long seconds && seconds >= 0 && seconds <= ClaimChecks.LAST_SECOND
                ? quoted + " = " + Instant.ofEpochSecond(seconds)
                : quoted;
    }

    private static String quote(@Nullable Object value) {
        String text = UNPRINTABLE.matcher(String.valueOf(value)).replaceAll("\uFFFD");
        if (text.length() <= LONGEST_QUOTE) {
            return JsonWriter.quote(text);
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1));
        return JsonWriter.quote(text.substring(0, splitsPair ? LONGEST_QUOTE - 1 : LONGEST_QUOTE) + "…");
    }
}
