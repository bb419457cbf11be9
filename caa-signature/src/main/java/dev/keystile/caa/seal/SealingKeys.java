package dev.keystile.caa.seal;

import dev.keystile.codec.Digests;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The AES-256 keys that pairs are sealed with: the current one seals, the former ones still open. Immutable.
 *
 * <p>To rotate, deploy the new key as a former one everywhere, then make it the current one, then drop the old key once the
 * longest lifetime of a pair has passed. Rotate before a key has sealed four billion pairs, a pair for each login and refresh:
 * nonces are random, and past that AES-GCM gets weaker. A key is told by the first bytes of its digest, so keys need no names.
 */
public final class SealingKeys {

    private static final int KEY_LENGTH = 32;

    private final int currentId;
    private final Map<Integer, SecretKey> keys;

    private SealingKeys(int currentId, Map<Integer, SecretKey> keys) {
        this.currentId = currentId;
        this.keys = Collections.unmodifiableMap(keys);
    }

    /**
     * A ring of one key.
     *
     * @param current 32 random bytes; the array is copied
     * @throws IllegalArgumentException if it is not 32 bytes, or all bytes are the same
     */
    public static SealingKeys of(byte[] current) {
        int id = idOf(current);
        return new SealingKeys(id, Map.of(id, aes(current)));
    }

    /**
     * This ring, which also opens what {@code former} sealed.
     *
     * @param former 32 random bytes; the array is copied
     * @throws IllegalArgumentException if it is not 32 bytes, all bytes are the same, or the ring has it
     */
    public SealingKeys alsoOpening(byte[] former) {
        Map<Integer, SecretKey> more = new LinkedHashMap<>(keys);
        if (more.put(idOf(former), aes(former)) != null) {
            throw new IllegalArgumentException("The ring already has this sealing key; name each key once.");
        }
        return new SealingKeys(currentId, more);
    }

    int currentId() {
        return currentId;
    }

    Optional<SecretKey> find(int id) {
        return Optional.ofNullable(keys.get(id));
    }

    private static SecretKey aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }

    private static int idOf(byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("A sealing key is " + KEY_LENGTH + " random bytes, this one has "
                    + key.length + "; make one with: openssl rand -base64 32");
        }
        byte[] repeated = new byte[KEY_LENGTH];
        Arrays.fill(repeated, key[0]);
        if (Arrays.equals(key, repeated)) {
            throw new IllegalArgumentException("A sealing key is random, this one is one byte repeated; make one with:"
                    + " openssl rand -base64 32");
        }
        return ByteBuffer.wrap(Digests.sha256(key)).getInt();
    }

    @Override
    public String toString() {
        return "SealingKeys[" + keys.size() + " redacted]";
    }
}
