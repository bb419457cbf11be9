package dev.keystile.caa.endpoint;

import dev.keystile.caa.service.KeyGrant;
import dev.keystile.caa.service.LoginRefusal;
import dev.keystile.caa.service.LoginResult;
import dev.keystile.caa.service.RefreshResult;
import dev.keystile.caa.service.Refused;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.http.AuthResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as the contract's tables answer them: status codes and texts are interface and stand here alone. */
public final class CaaAnswers {

    private CaaAnswers() {}

    /** The answer to a refused request; for controllers and filters that call the service themselves. */
    public static AuthResponse refused(Refused refused) {
        return switch (refused.reason()) {
            case MALFORMED -> message(400, "invalid authorization");
            case UNKNOWN_KEY -> message(404, "apiKey not found");
            case WRONG_SIGNATURE, REPLAYED -> message(400, "invalid signature");
            case OUTSIDE_WINDOW -> outsideWindow(refused);
            case USER_GONE -> message(404, "user not found");
        };
    }

    /** The answer to a refused login. */
    public static AuthResponse refused(LoginRefusal refusal) {
        return switch (refusal) {
            case INVALID_MOBILE -> message(400, "invalid mobile");
            case INVALID_PASSWORD -> message(400, "invalid password");
            case WRONG_MOBILE_OR_PASSWORD -> message(400, "wrong mobile or password");
        };
    }

    /** The answer to a login that a throttle held back. */
    public static AuthResponse refused(LoginResult.Throttled throttled) {
        return tooMany(throttled.retryAfter());
    }

    /** The answer to a refresh that was one too many. */
    public static AuthResponse refused(RefreshResult.Throttled throttled) {
        return tooMany(throttled.retryAfter());
    }

    static AuthResponse granted(KeyGrant grant, GrantShape shape) {
        ApiKeyPair pair = grant.pair();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("apiKey", pair.apiKey().text());
        members.put("secretKey", pair.secret().reveal());
        members.put("userId", pair.user().value());
        shape.expiryMembers().forEach(name -> members.put(name, pair.expiresAt().toEpochMilli()));
        members.put("user", grant.profile().members());
        return AuthResponse.json(200, members);
    }

    static AuthResponse message(int status, String message) {
        return AuthResponse.json(status, Map.of("message", message));
    }

    private static AuthResponse tooMany(Duration retryAfter) {
        return message(429, "too many attempts").with("Retry-After", Long.toString(retryAfter.toSeconds()));
    }

    private static AuthResponse outsideWindow(Refused refused) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("message", "invalid signature");
        members.put("serverTime", refused.serverTime().toEpochMilli());
        return AuthResponse.json(400, members);
    }
}
