package dev.keystile.http.body;

import dev.keystile.http.AuthRequest;
import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import java.util.Optional;

/** The JSON object in a request's body, as every contract with a body wants it. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * The object, or nothing if the body is larger than 64 KiB, isn't declared as {@code application/json} in UTF-8 exactly
     * once, doesn't parse, or is no object. The cheap checks come first.
     */
    public static Optional<JsonObject> read(AuthRequest request) {
        if (request.isBodyTooLarge()) {
            return Optional.empty();
        }
        return request.headers()
                .single("Content-Type")
                .filter(JsonContentType::matches)
                .flatMap(declared -> JsonReader.readObject(request.body()));
    }
}
