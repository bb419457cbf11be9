package dev.keystile.example.common;

import dev.keystile.caa.seal.SealingKeys;
import dev.keystile.core.RandomBytes;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.store.throttle.ThrottleKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Properties;

/**
 * What pairs are sealed with, tokens are signed with, and failed logins are counted under, kept in a file beside the store and not in it. A service takes its keys
 * from wherever it has its other secrets; the demo makes its own, so that one command starts it.
 */
final class DemoSecrets {

    private static final int KEY_LENGTH = 32;
    private static final String SEALING = "sealing";
    private static final String TOKENS = "tokens";
    private static final String THROTTLING = "throttling";

    private final SealingKeys sealing;
    private final HmacSecret tokens;
    private final ThrottleKey throttling;

    private DemoSecrets(Properties properties) {
        this.sealing = SealingKeys.of(Base64.getDecoder().decode(properties.getProperty(SEALING, "")));
        this.tokens = HmacSecret.ofBase64(properties.getProperty(TOKENS, ""));
        this.throttling = ThrottleKey.of(Base64.getDecoder().decode(properties.getProperty(THROTTLING, "")));
    }

    /**
     * The secrets in {@code file}. If there is no such file, it is made, readable by its owner alone.
     *
     * @throws UncheckedIOException if it can't be read or made
     * @throws IllegalArgumentException if it has no such keys
     */
    static DemoSecrets keptIn(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            Properties properties = new Properties();
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            }
            return new DemoSecrets(properties);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The secrets can't be kept in " + file + "; choose another file: -Dsecrets=<file>", failure);
        }
    }

    SealingKeys sealing() {
        return sealing;
    }

    HmacSecret tokens() {
        return tokens;
    }

    /** What failed logins are counted under. */
    ThrottleKey throttling() {
        return throttling;
    }

    /** The same, where nothing outlives the process. */
    static ThrottleKey throttlingOfThisProcess() {
        return ThrottleKey.of(RandomBytes.secure().next(KEY_LENGTH));
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Properties properties = new Properties();
        properties.setProperty(SEALING, randomKey());
        properties.setProperty(THROTTLING, randomKey());
        properties.setProperty(
                TOKENS,
                HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure()).reveal());
        Files.createFile(file, ownerAlone(file));
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, "Whoever has these can open the pairs in the store, and sign tokens.");
        }
    }

    private static String randomKey() {
        return Base64.getEncoder().encodeToString(RandomBytes.secure().next(KEY_LENGTH));
    }

    private static FileAttribute<?>[] ownerAlone(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
