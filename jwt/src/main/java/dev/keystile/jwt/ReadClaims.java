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

    private static final int ISSUER = 1 << KnownClaim.ALL.indexOf(KnownClaim.ISSUER);
    private static final int AUDIENCE = 1 << KnownClaim.ALL.indexOf(KnownClaim.AUDIENCE);

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
            claims.takeKind(reader, rules);
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
            int known = KnownClaim.NAMES.indexOf(name);
            if (known < 0) {
                claims.putCustom(name, value);
            } else if (value instanceof Long whole) {
                claims.putWhole(KnownClaim.ALL.get(known), whole);
            } else {
                claims.putOther(KnownClaim.ALL.get(known), value);
            }
        });
        return claims;
    }

    /** Whether the member's name came for the first time. */
    private boolean takeMember(FlatReader member, TokenRules rules) {
        int known = member.nameAmong(KnownClaim.NAMES);
        return known < 0 ? takeCustom(member.name(), member.value()) : takeKnown(known, member, rules);
    }

    /** Takes {@code iss} and {@code aud} at once where they stand as our issuer writes them, neither of them having come before. */
    private void takeKind(FlatReader reader, TokenRules rules) {
        if ((seen & (ISSUER | AUDIENCE)) == 0 && reader.skips(rules.kindClaims().plainMembers())) {
            issuer = rules.issuer();
            audience = rules.audienceOrNull();
            hasAudience = audience != null;
            seen |= hasAudience ? ISSUER | AUDIENCE : ISSUER;
        }
    }

    private boolean takeCustom(String name, @Nullable Object value) {
        if (custom.containsKey(name)) {
            return false;
        }
        putCustom(name, value);
        return true;
    }

    private boolean takeKnown(int known, FlatReader member, TokenRules rules) {
        if ((seen & (1 << known)) != 0) {
            return false;
        }
        seen |= 1 << known;
        KnownClaim claim = KnownClaim.ALL.get(known);
        if (member.isWhole()) {
            putWhole(claim, member.whole());
        } else if (claim == KnownClaim.ISSUER) {
            putOther(claim, textOf(member, rules.issuer()));
        } else if (claim == KnownClaim.AUDIENCE) {
            putOther(claim, textOf(member, rules.audienceOrNull()));
        } else {
            putOther(claim, member.value());
        }
        return true;
    }

    /** The value of {@code member}; no copy of it, if it is what is {@code expected}. */
    private static @Nullable Object textOf(FlatReader member, @Nullable String expected) {
        return expected != null && member.isText(expected) ? expected : member.value();
    }

    private void putWhole(KnownClaim claim, long whole) {
        long time = whole < 0 ? UNFIT : whole;
        switch (claim) {
            case ISSUED_AT -> issuedAt = time;
            case EXPIRES_AT -> expiresAt = time;
            case NOT_BEFORE -> notBefore = time;
            case LOGIN_AT -> loginAt = time;
            default -> putOther(claim, whole);
        }
    }

    private void putOther(KnownClaim claim, @Nullable Object value) {
        switch (claim) {
            case SUBJECT -> subject = value instanceof Long ? value : textOf(value);
            case ISSUER -> issuer = textOf(value);
            case AUDIENCE -> {
                hasAudience = true;
                audience = value;
            }
            case ISSUED_AT -> issuedAt = UNFIT;
            case EXPIRES_AT -> expiresAt = UNFIT;
            case NOT_BEFORE -> notBefore = UNFIT;
            case TOKEN_ID -> tokenId = textOf(value);
            case FAMILY -> {
                hasFamily = true;
                family = textOf(value);
            }
            case LOGIN_AT -> loginAt = UNFIT;
        }
    }

    /** One claim, as most tokens with any have, takes a map of one. */
    private void putCustom(String name, @Nullable Object value) {
        if (custom.isEmpty()) {
            custom = Collections.singletonMap(name, value);
            return;
        }
        if (custom.size() == 1) {
            custom = new LinkedHashMap<>(custom);
        }
        custom.put(name, value);
    }

    /** The claims that the application put in, in their order. Unmodifiable. */
    Map<String, @Nullable Object> custom() {
        return custom.size() <= 1 ? custom : Collections.unmodifiableMap(custom);
    }

    private static @Nullable String textOf(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
