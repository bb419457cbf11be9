package dev.keystile.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The SQL files that lie beside these classes. */
final class SqlResource {

    private SqlResource() {}

    static String read(String name) {
        try (InputStream in = SqlResource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(path(name) + " is missing; take the JAR as it was published.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(path(name) + " can't be read.", failure);
        }
    }

    static String path(String name) {
        return SqlResource.class.getPackageName().replace('.', '/') + '/' + name;
    }
}
