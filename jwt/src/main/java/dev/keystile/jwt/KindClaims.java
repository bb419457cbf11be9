package dev.keystile.jwt;

import dev.keystile.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims that all tokens of one kind have in common, {@code iss} and perhaps {@code aud}, as our issuer writes them. */
final class KindClaims {

    private static final byte[] NEVER_FOUND = {};

    private final byte[] members;
    private final boolean isPlain;

    KindClaims(String issuer, @Nullable String audience) {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put(KnownClaim.ISSUER.jsonName(), issuer);
        if (audience != null) {
            claims.put(KnownClaim.AUDIENCE.jsonName(), audience);
        }
        this.members = PayloadWriter.following(JsonWriter.write(claims));
        this.isPlain = ClaimText.isPlain(issuer) && (audience == null || ClaimText.isPlain(audience));
    }

    /** As they go behind other members of an object; not to be changed. */
    byte[] members() {
        return members;
    }

    /** The same, if whoever finds them in a payload knows what a parser would find there; else what is nowhere found. */
    byte[] plainMembers() {
        return isPlain ? members : NEVER_FOUND;
    }
}
