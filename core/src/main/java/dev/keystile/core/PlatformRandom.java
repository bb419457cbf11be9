package dev.keystile.core;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * The {@link SecureRandom} that the platform is configured for, and of the JDK's native one the device itself. The native one reads up
 * to 64 KB ahead, under a lock that the whole process shares, and hands them out byte by byte; what its non-blocking sibling takes as
 * a seed comes from the same device, at once, and is kept nowhere. Whoever has configured another source gets that.
 */
final class PlatformRandom implements RandomBytes {

    private static final String BUFFERED = "NativePRNG";
    private static final String DEVICE = "NativePRNGNonBlocking";

    private final SecureRandom source;
    private final boolean isDevice;

    PlatformRandom() {
        this(new SecureRandom());
    }

    PlatformRandom(SecureRandom configured) {
        source = configured.getAlgorithm().equals(BUFFERED) ? deviceOf(configured) : configured;
        isDevice = source.getAlgorithm().equals(DEVICE);
    }

    @Override
    public byte[] next(int length) {
        if (isDevice) {
            return source.generateSeed(length);
        }
        byte[] bytes = new byte[length];
        source.nextBytes(bytes);
        return bytes;
    }

    private static SecureRandom deviceOf(SecureRandom buffered) {
        try {
            return SecureRandom.getInstance(DEVICE, buffered.getProvider());
        } catch (NoSuchAlgorithmException unknown) {
            return buffered;
        }
    }

    @Override
    public String toString() {
        return "PlatformRandom[" + source.getAlgorithm() + "]";
    }
}
