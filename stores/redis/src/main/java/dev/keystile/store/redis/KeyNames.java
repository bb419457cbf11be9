package dev.keystile.store.redis;

import dev.keystile.codec.Digests;
import dev.keystile.core.UserTag;
import dev.keystile.store.Lookup;
import dev.keystile.store.token.TokenHolder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * How keys are named. Whatever a call asks for has one hash tag, so it is in one slot: for credentials the user's tag, for
 * tokens the digest of the user's id, for all failed logins one and the same. Ids are digested, so none can bend a slot by
 * braces, and no two name one key.
 */
record KeyNames(String namespace) {

    /** The shelf of a user tag, and what says when its fields are due. */
    List<byte[]> credentials(UserTag tag) {
        return shelf(namespace + ":pairs:{" + HexFormat.of().toHexDigits((short) tag.value()) + "}");
    }

    /** Likewise of a holder. */
    List<byte[]> tokens(TokenHolder holder) {
        byte[] user = Digests.sha256(holder.user().value().getBytes(StandardCharsets.UTF_8));
        return shelf(namespace + ":tokens:{" + base64(user) + "}:" + holder.kind());
    }

    /** One use of a credential. */
    List<byte[]> use(Lookup credential, byte[] digest) {
        ByteBuffer use = ByteBuffer.allocate(Lookup.LENGTH + digest.length)
                .put(credential.bytes())
                .put(digest);
        return List.of(bytes(namespace + ":use:{" + base64(Digests.sha256(use.array())) + "}"));
    }

    /** A throttle's meter. An attempt has three, of which no two need be of one user, so all of them have one tag. */
    byte[] attempt(byte[] name) {
        return bytes(namespace + ":attempt:{throttle}:" + base64(name));
    }

    private static List<byte[]> shelf(String name) {
        return List.of(bytes(name), bytes(name + ":due"));
    }

    private static String base64(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }
}
