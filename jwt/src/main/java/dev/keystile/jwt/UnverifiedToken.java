package dev.keystile.jwt;

import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself, with nobody having checked that it is true: anyone can write such a token. For diagnosis and for
 * migrations; never decide by it who somebody is. {@link TokenVerifier} makes a {@link VerifiedToken}, and nothing turns this
 * into one.
 */
public final class UnverifiedToken {

    /** The longest text that is looked at. */
    private static final int MAX_LENGTH = 64 * 1024;

    private final Map<String, @Nullable Object> header;
    private final Map<String, @Nullable Object> claims;

    private UnverifiedToken(JsonObject header, JsonObject claims) {
        this.header = header.members();
        this.claims = claims.members();
    }

    /**
     * What {@code compact} says, or nothing if it isn't three segments of canonical base64url, at most 64 KiB, with strict JSON in
     * the first two. Never throws.
     */
    public static Optional<UnverifiedToken> parse(String compact) {
        return CompactJws.split(compact, MAX_LENGTH)
                .flatMap(envelope -> JsonReader.readObject(envelope.header())
                        .flatMap(header -> JsonReader.readObject(envelope.payload())
                                .map(claims -> new UnverifiedToken(header, claims))));
    }

    /** The members of the header, as claimed. Unmodifiable. */
    public Map<String, @Nullable Object> claimedHeader() {
        return header;
    }

    /** Every claim, the registered ones too, as claimed: strings, numbers, booleans, nulls, maps, lists. Unmodifiable. */
    public Map<String, @Nullable Object> claims() {
        return claims;
    }

    /** {@code iss} as claimed, without the token that may be nested at its end. */
    public Optional<String> claimedIssuer() {
        return issuer().map(iss -> NestedIssuer.tokenIn(iss)
                .map(token -> iss.substring(0, Math.max(0, iss.length() - token.length() - 1)))
                .orElse(iss));
    }

    /** The token at the end of an {@code iss} that names the address at which that token was exchanged for this one. */
    public Optional<UnverifiedToken> nestedToken() {
        return issuer().flatMap(NestedIssuer::tokenIn).flatMap(UnverifiedToken::parse);
    }

    private Optional<String> issuer() {
        return claims.get(KnownClaim.ISSUER.jsonName()) instanceof String iss ? Optional.of(iss) : Optional.empty();
    }

    /** The names of the claims alone. */
    @Override
    public String toString() {
        return "UnverifiedToken" + claims.keySet();
    }
}
