package dev.keystile.store.memory;

import dev.keystile.codec.Digests;
import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The texts and bytes of a credential in one array: lookup, tag, length of the family id, length of the body, family id, body, user
 * id.
 * As objects of their own they would take three times as much, and a store may hold millions.
 */
final class PackedCredential {

    private static final int TAG = Lookup.LENGTH;
    private static final int FAMILY_LENGTH = TAG + Short.BYTES;
    private static final int BODY_LENGTH = FAMILY_LENGTH + 1;
    private static final int FAMILY = BODY_LENGTH + Short.BYTES;

    private PackedCredential() {}

    static byte[] pack(StoredCredential credential) {
        byte[] family = utf8(credential.family().value());
        byte[] body = credential.body().bytes();
        byte[] user = utf8(credential.user().value());
        return ByteBuffer.allocate(FAMILY + family.length + body.length + user.length)
                .put(credential.lookup().bytes())
                .putShort((short) credential.lookup().tag().value())
                .put((byte) family.length)
                .putShort((short) body.length)
                .put(family)
                .put(body)
                .put(user)
                .array();
    }

    /** Whether it is named by {@code tag} and the 32 bytes of {@code lookup}. */
    static boolean isNamed(int tag, byte[] lookup, byte[] packed) {
        return tag == unsignedShort(packed, TAG)
                && Digests.constantTimeEquals(lookup, Arrays.copyOf(packed, Lookup.LENGTH));
    }

    /** A hash of the lookup at the beginning of {@code bytes}: keys are random, so any of their bits would do. */
    static int hashOfLookup(byte[] bytes) {
        int hash = 0;
        for (int i = 0; i < Lookup.LENGTH; i += Integer.BYTES) {
            int word =
                    bytes[i] << 24 | (bytes[i + 1] & 0xFF) << 16 | (bytes[i + 2] & 0xFF) << 8 | (bytes[i + 3] & 0xFF);
            hash = (hash ^ word) * 0x9E3779B1;
        }
        return hash ^ (hash >>> 16);
    }

    static boolean isOfUser(byte[] user, byte[] packed) {
        return Arrays.equals(user, 0, user.length, packed, userStart(packed), packed.length);
    }

    /** The {@link #hashOfUser(int, byte[], int)} of the user of {@code packed}. */
    static int hashOfUser(int salt, byte[] packed) {
        return hashOfUser(salt, packed, userStart(packed));
    }

    /** A hash of the user id that begins at {@code start}. Users may have chosen it, so it is made unforeseeable by {@code salt}. */
    static int hashOfUser(int salt, byte[] bytes, int start) {
        int hash = salt;
        for (int i = start; i < bytes.length; i++) {
            hash = (hash ^ bytes[i]) * 0x01000193;
            hash ^= hash >>> 15; // or no more of the salt than its lowest byte would tell two ids apart
        }
        return hash;
    }

    static Lookup lookup(UserId user, byte[] packed) {
        return Lookup.of(user.tag(), Arrays.copyOf(packed, Lookup.LENGTH));
    }

    static FamilyId family(byte[] packed) {
        return new FamilyId(text(packed, FAMILY, FAMILY + packed[FAMILY_LENGTH]));
    }

    static CredentialBody body(byte[] packed) {
        int start = FAMILY + packed[FAMILY_LENGTH];
        return CredentialBody.of(Arrays.copyOfRange(packed, start, userStart(packed)));
    }

    static UserId user(byte[] packed) {
        return new UserId(text(packed, userStart(packed), packed.length));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int userStart(byte[] packed) {
        return FAMILY + packed[FAMILY_LENGTH] + unsignedShort(packed, BODY_LENGTH);
    }

    private static int unsignedShort(byte[] packed, int start) {
        return (packed[start] & 0xFF) << 8 | (packed[start + 1] & 0xFF);
    }

    private static String text(byte[] packed, int start, int end) {
        return new String(packed, start, end - start, StandardCharsets.UTF_8);
    }
}
