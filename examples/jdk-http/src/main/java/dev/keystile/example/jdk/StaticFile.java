package dev.keystile.example.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** A file of the class path, read once, with what HTTP wants to know of it. */
final class StaticFile {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final String contentType;
    private final byte[] bytes;
    private final String etag;

    private StaticFile(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
        this.etag = '"' + DigestUtils.sha256Hex(bytes) + '"';
    }

    /**
     * The resource {@code name}, seen from {@code place}.
     *
     * @throws IllegalArgumentException if it isn't there, or if its ending tells no type
     */
    static StaticFile of(Class<?> place, String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream resource = place.getResourceAsStream(name)) {
            if (resource == null || type == null) {
                throw new IllegalArgumentException(name + " is no resource beside " + place.getSimpleName()
                        + " that ends in one of " + TYPES.keySet() + ".");
            }
            return new StaticFile(type, resource.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The resource " + name + " can't be read.", unreadable);
        }
    }

    String contentType() {
        return contentType;
    }

    /** The content itself, not a copy: written, never changed. */
    byte[] bytes() {
        return bytes;
    }

    /** A strong validator: it changes with every byte of the content. */
    String etag() {
        return etag;
    }
}
