package dev.keystile.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code docs/openapi.yaml}, which answers are held against. Safe for use by many threads. */
final class OpenApi {

    private static final Path FILE = Path.of("..", "docs", "openapi.yaml");
    private static final String NAME = "https://keystile.example.com/openapi.yaml";
    private static final int METHOD_NOT_ALLOWED = 405;

    private final OpenApiPart paths;
    private final SchemaRegistry schemas;

    private OpenApi(String text) {
        paths = new OpenApiPart(new YAMLMapper().readTree(text), "/paths");
        schemas = SchemaRegistry.withDialect(Dialects.getOpenApi31(), registry -> registry.schemas(Map.of(NAME, text)));
    }

    static OpenApi read() throws IOException {
        return new OpenApi(Files.readString(FILE));
    }

    /** Every answer that is described, such as {@code 201 POST /tokens} or {@code 405 /tokens}. */
    Set<String> answers() {
        Set<String> answers = new TreeSet<>();
        for (String path : paths.names()) {
            for (String method : paths.get(path).names()) {
                OpenApiPart responses = paths.get(path).get(method).get("responses");
                responses.names().forEach(status -> answers.add(name(status, method, path)));
            }
        }
        return answers;
    }

    /** What the answer to {@code request} would be called among {@link #answers()}; nothing if its path is unknown. */
    Optional<String> nameOf(WireRequest request, WireResponse response) {
        return path(request).map(path -> name(Integer.toString(response.status()), request.method(), path));
    }

    /** What speaks against {@code response} as the answer to {@code request}; nothing if it is described. */
    List<String> objections(WireRequest request, WireResponse response) {
        return path(request)
                .map(paths::get)
                .flatMap(path -> answer(path, request.method(), response.status()))
                .map(answer -> new OpenApiAnswer(answer, this::errors).objections(request, response))
                .orElseGet(() -> List.of("no answer with this status is described"));
    }

    /** A wrong method is no operation; its 405 stands in all those that the path has. */
    private static Optional<OpenApiPart> answer(OpenApiPart path, String method, int status) {
        String operation = method.toLowerCase(Locale.ROOT);
        if (path.has(operation)) {
            return path.get(operation).get("responses").find(Integer.toString(status));
        }
        return path.names().stream()
                .filter(any -> status == METHOD_NOT_ALLOWED)
                .flatMap(any -> path.get(any).get("responses").find(Integer.toString(status)).stream())
                .findFirst();
    }

    private Optional<String> path(WireRequest request) {
        String[] asked = request.target().split("\\?", 2)[0].split("/", -1);
        return paths.names().stream()
                .filter(path -> isAt(path.split("/", -1), asked))
                .findFirst();
    }

    private static boolean isAt(String[] path, String[] asked) {
        return path.length == asked.length
                && IntStream.range(0, path.length)
                        .allMatch(i -> path[i].startsWith("{") ? !asked[i].isEmpty() : path[i].equals(asked[i]));
    }

    /** A 405 belongs to no operation, and a slash at the end makes no other path. */
    private static String name(String status, String method, String path) {
        String asked = status.equals("405") ? "" : " " + method.toUpperCase(Locale.ROOT);
        return status + asked + " " + path.replaceFirst("/$", "");
    }

    /** What the schema at {@code pointer} has against {@code json}, whose values are not told: they may be credentials. */
    private List<String> errors(String pointer, String json) {
        return schemas.getSchema(SchemaLocation.of(NAME + "#" + pointer)).validate(json, InputFormat.JSON).stream()
                .map(error -> error.getKeyword() + " at '" + error.getInstanceLocation() + "'")
                .toList();
    }
}
