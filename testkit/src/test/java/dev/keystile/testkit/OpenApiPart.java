package dev.keystile.testkit;

import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An object in a description, by its place there; where it is a reference, that of what it refers to.
 *
 * @param document the whole description
 * @param pointer its place, as a JSON pointer
 */
record OpenApiPart(JsonNode document, String pointer) {

    /** The names of its members. */
    Collection<String> names() {
        return node().propertyNames();
    }

    boolean has(String name) {
        return node().has(name);
    }

    /** Its member {@code name}, which it has. */
    OpenApiPart get(String name) {
        return find(name).orElseThrow(() -> new AssertionError("the description has no '" + name + "' at " + pointer));
    }

    /** Its member {@code name}, if it has that. */
    Optional<OpenApiPart> find(String name) {
        return has(name) ? Optional.of(at(name).followed()) : Optional.empty();
    }

    /** The place of its member {@code name}, even if that is a reference: a schema may have more beside it. */
    String pointerTo(String name) {
        return at(name).pointer;
    }

    /** Whether its member {@code name} is {@code true}. */
    boolean says(String name) {
        return node().path(name).asBoolean(false);
    }

    private OpenApiPart at(String name) {
        return new OpenApiPart(document, pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    private OpenApiPart followed() {
        JsonNode reference = node().path("$ref");
        return reference.isMissingNode()
                ? this
                : new OpenApiPart(document, reference.asString().substring(1)).followed();
    }

    private JsonNode node() {
        return document.at(pointer);
    }
}
