package dev.keystile.store;

import dev.keystile.codec.Digests;
import java.util.Arrays;

/** The part of a credential that a store keeps without reading it: the key and secret, sealed or not. 1 to 512 bytes. */
public final class CredentialBody {

    private static final int MAX_LENGTH = 512;

    private final byte[] bytes;

    private CredentialBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if {@code bytes} are none or more than 512 */
    public static CredentialBody of(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A credential body has 1 to " + MAX_LENGTH + " bytes, this one has " + bytes.length + ".");
        }
        return new CredentialBody(bytes.clone());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Compared in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CredentialBody that && Digests.constantTimeEquals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "CredentialBody[redacted]";
    }
}
