package dev.keystile.jwt;

import dev.keystile.json.FlatReader;
import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claims of a payload, sorted, read in one pass and as they came: whether they are right is for {@link ClaimChecks} to say. */
final class ReadClaims {

    /** The time of a claim that isn't there. */
    static final long ABSENT = -1;

    /** The time of a claim that is there and is no whole number from 0 on. */
    static final long UNFIT = -2;

    /** A string or a {@code Long}; null if it is absent or anything else. */
    @Nullable
    Object subject;

    @Nullable
    String issuer;

    boolean hasAudience;

    @Nullable
    Object audience;

    long issuedAt = ABSENT;
    long expiresAt = ABSENT;
    long notBefore = ABSENT;

    @Nullable
    String tokenId;

    boolean hasFamily;

    @Nullable
    String family;

    long loginAt = ABSENT;
    Map<String, @Nullable Object> custom = Map.of();

    private int seen;

    private ReadClaims() {}

    /** The claims in {@code payload}, or null if it isn't one strict JSON object. */
    static @Nullable ReadClaims of(Payload payload, TokenRules rules) {
        FlatReader reader = payload.reader();
        ReadClaims claims = new ReadClaims();
        while (reader.next()) {
            if (!claims.takeMember(reader, rules)) {
                return null;
            }
        }
        return switch (reader.end()) {
            case COMPLETE -> claims;
            case MALFORMED -> null;
            case NOT_PLAIN -> of(JsonReader.readObject(payload.bytes()));
        };
    }

    private static @Nullable ReadClaims of(Optional<JsonObject> payload) {
        if (payload.isEmpty()) {
            return null;
        }
        ReadClaims claims = new ReadClaims();
        payload.get().members().forEach((name, value) -> {
            if (value instanceof Long whole) {
                claims.putWhole(name, whole);
            } else {
                claims.putOther(name, value);
            }
        });
        return claims;
    }

    /** Whether the member's name came for the first time. */
    private boolean takeMember(FlatReader member, TokenRules rules) {
        int known = member.nameAmong(ClaimNames.RESERVED);
        if (known < 0 ? custom.containsKey(member.name()) : (seen & (1 << known)) != 0) {
            return false;
        }
        String name = known < 0 ? member.name() : ClaimNames.RESERVED.get(known);
        seen |= known < 0 ? 0 : 1 << known;
        if (member.isWhole()) {
            putWhole(name, member.whole());
        } else if (name.equals(ClaimNames.ISSUER) && member.isText(rules.issuer())) {
            issuer = rules.issuer();
        } else {
            putOther(name, member.value());
        }
        return true;
    }

    private void putWhole(String name, long whole) {
        long time = whole < 0 ? UNFIT : whole;
        switch (name) {
            case ClaimNames.ISSUED_AT -> issuedAt = time;
            case ClaimNames.EXPIRES_AT -> expiresAt = time;
            case ClaimNames.NOT_BEFORE -> notBefore = time;
            case ClaimNames.LOGIN_AT -> loginAt = time;
            case ClaimNames.SUBJECT -> subject = whole;
            default -> putOther(name, whole);
        }
    }

    private void putOther(String name, @Nullable Object value) {
        switch (name) {
            case ClaimNames.SUBJECT -> subject = textOf(value);
            case ClaimNames.ISSUER -> issuer = textOf(value);
            case ClaimNames.AUDIENCE -> {
                hasAudience = true;
                audience = value;
            }
            case ClaimNames.ISSUED_AT -> issuedAt = UNFIT;
            case ClaimNames.EXPIRES_AT -> expiresAt = UNFIT;
            case ClaimNames.NOT_BEFORE -> notBefore = UNFIT;
            case ClaimNames.TOKEN_ID -> tokenId = textOf(value);
            case ClaimNames.FAMILY -> {
                hasFamily = true;
                family = textOf(value);
            }
            case ClaimNames.LOGIN_AT -> loginAt = UNFIT;
            default -> putCustom(name, value);
        }
    }

    private void putCustom(String name, @Nullable Object value) {
        if (custom.isEmpty()) {
            custom = new LinkedHashMap<>();
        }
        custom.put(name, value);
    }

    /** The claims that the application put in, in their order. Unmodifiable. */
    Map<String, @Nullable Object> custom() {
        return custom.isEmpty() ? custom : Collections.unmodifiableMap(custom);
    }

    private static @Nullable String textOf(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
