package dev.keystile.store.jdbc;

import dev.keystile.codec.Digests;
import dev.keystile.core.FamilyId;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import java.nio.ByteBuffer;

/** How the ledger's statements name tokens, families and holders. */
final class TokenParameters {

    private TokenParameters() {}

    static Parameters holder(TokenHolder holder) {
        return new Parameters().with("user_id", holder.user().value()).with("kind", holder.kind());
    }

    static Parameters family(TokenHolder holder, FamilyId family) {
        return holder(holder).with("family_id", family.value());
    }

    static Parameters token(TokenReference token) {
        return family(token.holder(), token.family())
                .with("token_digest", digestOf(token.tokenId()))
                .with("login_at", token.loginAtMillis());
    }

    static Parameters exchange(TokenExchange exchange) {
        SealedToken sealed = exchange.graceEndsMillis() > exchange.nowMillis()
                ? exchange.successor().sealed()
                : null;
        return token(exchange.spent())
                .with("successor_digest", digestOf(exchange.successor().tokenId()))
                .with("now", exchange.nowMillis())
                .with("keep_until", exchange.spentUntilMillis())
                .with("sealed", sealed == null ? null : sealed.bytes())
                .withNullable("sealed_until", sealed == null ? null : exchange.graceEndsMillis());
    }

    /** SHA-256 of the characters as they are: an encoding would make one of two ids that hold halves of surrogate pairs. */
    static byte[] digestOf(String tokenId) {
        ByteBuffer characters = ByteBuffer.allocate(tokenId.length() * Character.BYTES);
        characters.asCharBuffer().put(tokenId);
        return Digests.sha256(characters.array());
    }
}
