package dev.keystile.jwt;

import dev.keystile.json.JsonWriter;

/** The claims of a new token, written one after the other. For one thread. */
final class ClaimText {

    private static final int USUAL_LENGTH = 320;

    private final StringBuilder json = new StringBuilder(USUAL_LENGTH).append('{');

    /** Claims whose JSON is there already, without the braces around it. */
    ClaimText add(String members) {
        if (!members.isEmpty()) {
            separate().append(members);
        }
        return this;
    }

    /** @param value any text */
    ClaimText add(String name, Object value) {
        begin(name).append(value instanceof String text ? JsonWriter.quote(text) : value);
        return this;
    }

    /** @param value a text without anything that JSON would have to escape */
    ClaimText addPlain(String name, String value) {
        begin(name).append('"').append(value).append('"');
        return this;
    }

    ClaimText add(String name, long value) {
        begin(name).append(value);
        return this;
    }

    /** The JSON object. */
    String finish() {
        return json.append('}').toString();
    }

    private StringBuilder begin(String name) {
        return separate().append('"').append(name).append("\":");
    }

    private StringBuilder separate() {
        return json.length() == 1 ? json : json.append(',');
    }
}
