package dev.keystile.store.jdbc.served;

import dev.keystile.http.AuthResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a client gets to see of an answer. */
public record Reply(int status, String body) {

    static Reply of(AuthResponse response) {
        return new Reply(response.status(), new String(response.body(), StandardCharsets.UTF_8));
    }

    /** Whether it grants what was asked for. */
    public boolean isOk() {
        return status < 300;
    }

    /** A member that is a string without escapes. */
    String text(String member) {
        return Pattern.compile('"' + member + "\":\"([^\"]*)\"")
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** The status alone, if it grants something: that would be a secret. */
    @Override
    public String toString() {
        return isOk() ? String.valueOf(status) : status + " " + body;
    }
}
