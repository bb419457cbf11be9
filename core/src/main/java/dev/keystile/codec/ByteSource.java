package dev.keystile.codec;

/** Bytes that are written where they are needed, so that nobody has to copy them. */
@FunctionalInterface
public interface ByteSource {

    /** Writes the bytes into {@code target}, from {@code at} on; where they end. */
    int writeTo(byte[] target, int at);

    /** The bytes, of which there are {@code length}, in an array of their own. */
    default byte[] toBytes(int length) {
        byte[] bytes = new byte[length];
        writeTo(bytes, 0);
        return bytes;
    }
}
