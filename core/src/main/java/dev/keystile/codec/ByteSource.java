package dev.keystile.codec;

/** Bytes that are written where they are needed, so that nobody has to copy them. */
@FunctionalInterface
public interface ByteSource {

    /** Writes the bytes into {@code target}, from {@code at} on; where they end. */
    int writeTo(byte[] target, int at);
}
