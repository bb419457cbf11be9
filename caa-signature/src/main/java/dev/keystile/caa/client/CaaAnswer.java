package dev.keystile.caa.client;

import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.UserId;
import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An answer as far as a session looks at it: its status, a few header fields, and the body where the status asks for it. */
public final class CaaAnswer {

    /** The longest beginning of a body that a session looks at in an answer to a request of the application. */
    public static final int LONGEST_REFUSAL = 4 * 1024;

    /** The longest body of a login or a refresh that is looked at: the user's profile is in it. */
    static final int LONGEST_GRANT = 1024 * 1024;

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final long LAST_13_DIGITS = 9_999_999_999_999L;

    private final int status;
    private final UnaryOperator<@Nullable String> headers;
    private final Body body;

    private CaaAnswer(int status, UnaryOperator<@Nullable String> headers, Body body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * An answer.
     *
     * @param headers the value of the header field of that name, in any case, or null if there is none
     * @param body reads the body, or the beginning of it, without taking it away from the application; asked only where the
     *     status may be a refusal's
     */
    public static CaaAnswer of(int status, UnaryOperator<@Nullable String> headers, Body body) {
        return new CaaAnswer(status, headers, body);
    }

    /**
     * The pair that a login or a refresh granted, or nothing if this is no grant.
     *
     * @throws IOException if the body can't be read
     */
    public Optional<ApiKeyPair> grant() throws IOException {
        return status == 200 ? JsonReader.readObject(body.read()).flatMap(CaaAnswer::pairOf) : Optional.empty();
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether a refusal of the contract could have this status. */
    static boolean mayRefuse(int status) {
        return status == BAD_REQUEST || status == NOT_FOUND;
    }

    /** The server's clock, if that is why it refused: the signature was right, its timestamp too far away. */
    OptionalLong serverTimeOfRefusal() throws IOException {
        return refusal(BAD_REQUEST, "invalid signature")
                .map(json -> json.members().get("serverTime"))
                .filter(time -> time instanceof Long millis && millis >= 0 && millis <= LAST_13_DIGITS)
                .map(time -> OptionalLong.of((Long) time))
                .orElse(OptionalLong.empty());
    }

    boolean saysUnknownKey() throws IOException {
        return refusal(NOT_FOUND, "apiKey not found").isPresent();
    }

    boolean saysUserGone() throws IOException {
        return refusal(NOT_FOUND, "user not found").isPresent();
    }

    /** The server's clock in whole seconds, unless a cache has kept the answer for a while. */
    OptionalLong date() {
        String date = headers.apply("Date");
        if (date == null || headers.apply("Age") != null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toEpochMilli());
        } catch (DateTimeException | ArithmeticException noDate) {
            return OptionalLong.empty();
        }
    }

    private Optional<JsonObject> refusal(int expected, String message) throws IOException {
        if (status != expected) {
            return Optional.empty();
        }
        return JsonReader.readObject(body.read())
                .filter(json -> json.string("message").filter(message::equals).isPresent());
    }

    private static Optional<ApiKeyPair> pairOf(JsonObject json) {
        Optional<ApiKey> apiKey = json.string("apiKey").flatMap(ApiKey::parse);
        Optional<ApiSecret> secret = json.string("secretKey").flatMap(ApiSecret::parse);
        Optional<String> user = json.string("userId").filter(UserId::isFit);
        Object expiry = json.members().get("expireIn");
        return apiKey.isPresent() && secret.isPresent() && user.isPresent() && expiry instanceof Long millis
                ? Optional.of(new ApiKeyPair(
                        apiKey.get(), secret.get(), new UserId(user.get()), Instant.ofEpochMilli(millis)))
                : Optional.empty();
    }

    /** The status alone: a grant holds a secret. */
    @Override
    public String toString() {
        return "CaaAnswer[" + status + "]";
    }

    /** Reads the body of an answer. */
    @FunctionalInterface
    public interface Body {

        /**
         * Its bytes, or the first {@link #LONGEST_REFUSAL} of them, and still there for the application afterwards. May be asked
         * more than once.
         *
         * @throws IOException if they can't be had
         */
        byte[] read() throws IOException;
    }
}
