package dev.keystile.jwt;

import dev.keystile.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the payloads of tokens of one kind. What is the same in all of them is there as bytes already, and the array that takes the
 * rest has the right length from the beginning. Safe for use by many threads.
 */
final class PayloadWriter {

    private static final byte[] SUBJECT = utf8("{\"" + KnownClaim.SUBJECT.jsonName() + "\":");
    private static final byte[] ISSUED_AT = member(KnownClaim.ISSUED_AT);
    private static final byte[] EXPIRES_AT = member(KnownClaim.EXPIRES_AT);
    private static final byte[] NOT_BEFORE = member(KnownClaim.NOT_BEFORE);
    private static final byte[] TOKEN_ID = member(KnownClaim.TOKEN_ID);
    private static final byte[] FAMILY = member(KnownClaim.FAMILY);
    private static final byte[] LOGIN_AT = member(KnownClaim.LOGIN_AT);
    private static final byte[] END = {'}'};
    private static final byte[] NOTHING = {};
    private static final byte[] COMMA = {','};
    private static final byte[] COLON = {':'};

    private final TokenRules rules;
    private final byte[] issuerAndAudience;

    PayloadWriter(TokenRules rules) {
        this.rules = rules;
        this.issuerAndAudience = rules.kindClaims().members();
    }

    /**
     * The JSON of {@code claims} and {@code custom}.
     *
     * @throws IllegalArgumentException as {@link CustomClaims#write} does
     */
    byte[] write(NewClaims claims, Map<String, ? extends @Nullable Object> custom) {
        byte[] customMembers = membersOf(custom);
        ClaimText text = new ClaimText(usualLength(claims) + customMembers.length);
        text.add(SUBJECT).addValue(claims.subject()).add(issuerAndAudience);
        if (rules.hasIssueTimes()) {
            text.add(ISSUED_AT).addNumber(claims.issuedAt());
        }
        text.add(EXPIRES_AT).addNumber(claims.expiresAt());
        if (rules.hasIssueTimes()) {
            text.add(NOT_BEFORE).addNumber(claims.notBefore());
        }
        return text.add(TOKEN_ID)
                .addPlain(claims.id())
                .add(FAMILY)
                .addPlain(claims.family().value())
                .add(LOGIN_AT)
                .addNumber(claims.loginAtMillis())
                .add(customMembers)
                .add(END)
                .finish();
    }

    /** How many bytes it takes, custom claims left aside, where the times are of our century and the subject is plain ASCII. */
    private int usualLength(NewClaims claims) {
        int issueTimes = rules.hasIssueTimes() ? ISSUED_AT.length + NOT_BEFORE.length + 2 * ClaimText.SECONDS : 0;
        return SUBJECT.length
                + ClaimText.usualLength(claims.subject())
                + issuerAndAudience.length
                + issueTimes
                + EXPIRES_AT.length
                + ClaimText.SECONDS
                + TOKEN_ID.length
                + ClaimText.usualLength(claims.id())
                + FAMILY.length
                + ClaimText.usualLength(claims.family().value())
                + LOGIN_AT.length
                + ClaimText.MILLISECONDS
                + END.length;
    }

    /** The constant claims and {@code custom}, which win. */
    private byte[] membersOf(Map<String, ? extends @Nullable Object> custom) {
        if (rules.constantClaims().isEmpty()) {
            return custom.isEmpty()
                    ? NOTHING
                    : custom.size() == 1 ? memberOf(custom) : following(CustomClaims.write(custom));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(rules.constantClaims());
        all.putAll(CustomClaims.copyOf(custom));
        return following(JsonWriter.write(all));
    }

    /** One short text, like the user id that every Bearer token carries, needs no reading back to be known as sound. */
    private static byte[] memberOf(Map<String, ? extends @Nullable Object> one) {
        Map.Entry<String, ? extends @Nullable Object> claim =
                one.entrySet().iterator().next();
        String name = claim.getKey();
        if (claim.getValue() instanceof String text && ClaimText.isPlain(name) && ClaimText.isPlain(text)) {
            CustomClaims.requireFree(name);
            return new ClaimText(
                            COMMA.length + COLON.length + ClaimText.usualLength(name) + ClaimText.usualLength(text))
                    .add(COMMA)
                    .addPlain(name)
                    .add(COLON)
                    .addPlain(text)
                    .finish();
        }
        return following(CustomClaims.write(one));
    }

    /** The members of the object {@code json}, of which there are some, as they go behind others. */
    static byte[] following(String json) {
        byte[] members = utf8(json);
        members[0] = ',';
        return Arrays.copyOf(members, members.length - 1);
    }

    private static byte[] member(KnownClaim claim) {
        return utf8(",\"" + claim.jsonName() + "\":");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
