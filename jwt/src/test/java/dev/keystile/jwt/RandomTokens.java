package dev.keystile.jwt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Tokens between good and bad: valid ones with some of their members, characters or bits changed. The same seed, the same tokens.
 * No number is beyond the range of a {@code double}: nimbus refuses those even in claims of no meaning, we keep them as they are.
 */
final class RandomTokens {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "1",
            "-1",
            "1.5",
            "1e2",
            "1e300",
            "9223372036854775808",
            "\"\"",
            "\"ours\"",
            "\"api\"",
            "\"u1\"",
            "\"\\ud800\"",
            "\"😀\"",
            "[]",
            "[\"api\"]",
            "[\"x\",\"api\"]",
            "[1]",
            "{}",
            "{\"a\":1,\"a\":2}",
            "253402300800");
    private static final List<String> HEADER_NAMES =
            List.of("alg", "typ", "kid", "crit", "b64", "zip", "cty", "jku", "jwk", "x5t", "z");
    private static final List<String> HEADER_VALUES = List.of(
            "\"HS256\"",
            "\"hs256\"",
            "\"HS384\"",
            "\"none\"",
            "\"ES256\"",
            "\"JWT\"",
            "\"jwt\"",
            "\"application/jwt\"",
            "\"at+jwt\"",
            "[]",
            "[\"exp\"]",
            "null",
            "1",
            "true",
            "false",
            "\"DEF\"",
            "\"k\"",
            "{\"kty\":\"oct\",\"k\":\"AAAA\"}");
    private static final List<String> CLAIM_NAMES =
            List.of("iss", "sub", "aud", "iat", "exp", "nbf", "jti", "fam", "lat", "role", "ex\\u0070");
    private static final String CHARACTERS = "ABab01-_=+/.? \n\u0000é。{}\"";

    private final Random random;
    private final byte[] secret;
    private final long now;

    RandomTokens(Random random, byte[] secret, long now) {
        this.random = random;
        this.secret = secret;
        this.now = now;
    }

    String next() {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("alg", "\"HS256\"");
        header.put("typ", "\"JWT\"");
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("iss", "\"ours\"");
        claims.put("sub", "\"u1\"");
        claims.put("aud", "\"api\"");
        claims.put("jti", "\"j1\"");
        claims.put("iat", String.valueOf(now));
        claims.put("exp", String.valueOf(now + 600));
        change(header, HEADER_NAMES, HEADER_VALUES, 4);
        change(claims, CLAIM_NAMES, VALUES, 2);
        if (oneIn(2)) {
            claims.put(oneIn(2) ? "exp" : oneIn(2) ? "iat" : "nbf", String.valueOf(now + random.nextInt(4001) - 2000));
        }
        String token = Forge.hs256(json(header), json(claims), oneIn(20) ? new byte[] {1} : secret);
        return oneIn(3) ? damaged(token) : token;
    }

    private void change(Map<String, String> members, List<String> names, List<String> values, int rarity) {
        while (oneIn(rarity)) {
            String name = any(names);
            if (oneIn(4)) {
                members.remove(name);
            } else {
                members.put(name, any(values));
            }
        }
    }

    /** Damage to the text, and half of the time a MAC that is right for the damaged text. */
    private String damaged(String token) {
        StringBuilder text = new StringBuilder(token);
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            case 1 -> text.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            case 2 -> text.deleteCharAt(at);
            default -> text.setCharAt(text.length() - 1, (char) (text.charAt(text.length() - 1) ^ 1));
        }
        int lastDot = text.lastIndexOf(".");
        return lastDot > 0 && oneIn(2)
                ? Forge.macOver(text.substring(0, lastDot), "HmacSHA256", secret)
                : text.toString();
    }

    private String json(Map<String, String> members) {
        List<String> written = members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.toCollection(ArrayList::new));
        if (!written.isEmpty() && oneIn(20)) {
            written.add(any(written));
        }
        return (oneIn(40) ? "\uFEFF" : "") + "{" + String.join(oneIn(10) ? " ,\n" : ",", written) + "}"
                + (oneIn(40) ? "x" : "");
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }
}
