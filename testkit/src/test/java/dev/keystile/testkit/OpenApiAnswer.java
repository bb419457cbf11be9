package dev.keystile.testkit;

import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One answer, as it is described.
 *
 * @param part the description
 * @param errors what the schema at a place has against a JSON text
 */
record OpenApiAnswer(OpenApiPart part, BiFunction<String, String, List<String>> errors) {

    /** What speaks against {@code response}, the answer to {@code request}. */
    List<String> objections(WireRequest request, WireResponse response) {
        List<String> objections = new ArrayList<>();
        part.find("headers")
                .ifPresent(headers -> headers.names()
                        .forEach(name -> objections.addAll(header(headers.get(name), name, response.all(name)))));
        if (response.body().length > 0) {
            objections.addAll(body(response));
        } else if (!request.method().equals("HEAD")) {
            objections.addAll(emptiness(response));
        }
        return objections;
    }

    private List<String> header(OpenApiPart header, String name, List<String> values) {
        if (values.isEmpty()) {
            return header.says("required") ? List.of("no " + name) : List.of();
        }
        if (values.size() > 1) {
            return List.of(name + " more than once");
        }
        String json = '"' + values.get(0).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return errors.apply(header.pointerTo("schema"), json).stream()
                .map(error -> name + ": " + error)
                .toList();
    }

    private List<String> body(WireResponse response) {
        String type = String.join(", ", response.all("Content-Type"));
        String mediaType = type.split(";", 2)[0];
        return part.find("content")
                .flatMap(content -> content.find(mediaType))
                .map(content -> errors.apply(content.pointerTo("schema"), response.text()))
                .orElseGet(() -> List.of("a body with Content-Type '" + type + "'"));
    }

    private List<String> emptiness(WireResponse response) {
        if (part.has("content") && !part.says("x-body-optional")) {
            return List.of("no body");
        }
        return response.all("Content-Type").isEmpty() ? List.of() : List.of("no body, but a Content-Type");
    }
}
