package dev.keystile.example.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The adapters that there are, in the order in which the documentation shows them, and the files that a user copies. */
public enum Adapter {

    /** The JDK's own HTTP server. */
    JDK_HTTP("JDK", "jdk-http/src/main/java/dev/keystile/example/jdk", "JdkHttpAdapter"),
    /** A servlet container. */
    SERVLET("Servlet", "servlet/src/main/java/dev/keystile/example/servlet", "KeystileServlet ServletMessages"),
    /** Spring Boot, which mounts the servlet. */
    SPRING_BOOT("Spring Boot", "servlet/src/main/java/dev/keystile/example/servlet", "KeystileServlet ServletMessages"),
    /** Vert.x. */
    VERTX("Vert.x", "vertx/src/main/java/dev/keystile/example/vertx", "VertxAdapter"),
    /** JAX-RS. */
    JAXRS("JAX-RS", "jaxrs/src/main/java/dev/keystile/example/jaxrs", "JaxrsAdapter JaxrsMessages"),
    /** Helidon SE. */
    HELIDON("Helidon", "helidon/src/main/java/dev/keystile/example/helidon", "HelidonAdapter");

    private final String title;
    private final String folder;
    private final String classes;

    /** @param classes separated by blanks */
    Adapter(String title, String folder, String classes) {
        this.title = title;
        this.folder = folder;
        this.classes = classes;
    }

    /** What the documentation calls it. */
    String title() {
        return title;
    }

    /** How many lines a user copies. */
    int lines() throws IOException {
        int lines = 0;
        for (String name : classes.split(" ", -1)) {
            lines += Files.readAllLines(Path.of("..").resolve(folder).resolve(name + ".java"))
                    .size();
        }
        return lines;
    }
}
