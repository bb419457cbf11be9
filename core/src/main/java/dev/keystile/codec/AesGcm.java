package dev.keystile.codec;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM with the 96-bit nonce in front of what was sealed, and a tag of 128 bits behind it. */
public final class AesGcm {

    /** The number of bytes of a nonce. */
    public static final int NONCE_LENGTH = 12;

    /** How many bytes longer than its content something sealed is. */
    public static final int OVERHEAD = NONCE_LENGTH + 16;

    private static final int TAG_BITS = 128;

    private AesGcm() {}

    /**
     * {@code content}, readable with {@code key} alone and only beside the same {@code context}.
     *
     * @param nonce random, and never used with this key before
     */
    public static byte[] seal(SecretKey key, byte[] nonce, byte[] context, byte[] content) {
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(content);
            byte[] joined = Arrays.copyOf(nonce, NONCE_LENGTH + sealed.length);
            System.arraycopy(sealed, 0, joined, NONCE_LENGTH, sealed.length);
            return joined;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK can't do AES-GCM; use one that can.", e);
        }
    }

    /** What {@link #seal} was given, or nothing if any bit of it, the key or the context is another. */
    public static Optional<byte[]> open(SecretKey key, byte[] context, byte[] sealed) {
        if (sealed.length < OVERHEAD) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH));
        } catch (GeneralSecurityException altered) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
