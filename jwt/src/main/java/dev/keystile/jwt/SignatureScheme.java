package dev.keystile.jwt;

import java.util.Arrays;
import java.util.Map;

/** Signs and checks under one key and one algorithm. Keyed once; safe for use by many threads. */
interface SignatureScheme {

    /** Whether {@code signature} is this key's own over {@code input}. Never throws for what comes from outside. */
    boolean verifies(byte[] input, byte[] signature);

    /** As {@link #verifies(byte[], byte[])}, for the first {@code length} bytes of {@code text}. */
    default boolean verifies(byte[] text, int length, byte[] signature) {
        return verifies(Arrays.copyOf(text, length), signature);
    }

    /** Whether the private half is here. */
    boolean canSign();

    /** The signature over {@code input}; only where {@link #canSign()}. */
    byte[] sign(byte[] input);

    /** As {@link #sign(byte[])}, over the first {@code length} bytes of {@code text}. */
    default byte[] sign(byte[] text, int length) {
        return sign(Arrays.copyOf(text, length));
    }

    /** What a JSON Web Key tells of the public half; nothing where there is none. */
    Map<String, String> publicMembers();
}
