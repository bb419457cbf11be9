package dev.keystile.jwt.endpoint;

import dev.keystile.http.AuthResponse;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.jwt.service.TokenLoginRefusal;
import dev.keystile.jwt.service.TokenLoginResult;
import dev.keystile.jwt.service.TokenRefreshResult;
import dev.keystile.jwt.service.TokenRefusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as the {@code /tokens} dialect answers them: status codes and texts are interface and stand here alone. */
public final class TokenAnswers {

    private final long ttlMinutes;
    private final long refreshTtlMinutes;

    TokenAnswers(Duration ttl, Duration refreshTtl) {
        this.ttlMinutes = ttl.toMinutes();
        this.refreshTtlMinutes = refreshTtl.toMinutes();
    }

    /** The answer to a refused token; for controllers and filters that call the service themselves. */
    public static AuthResponse refused(TokenRefusal refusal) {
        return switch (refusal) {
            case INVALID, EXPIRED, SPENT, REVOKED, USER_GONE -> invalidToken();
            case USER_DISABLED -> disabled();
        };
    }

    /** The answer to a refused login. */
    public static AuthResponse refused(TokenLoginRefusal refusal) {
        return switch (refusal) {
            case WRONG_LOGIN_OR_PASSWORD -> message(422, "账号或密码不正确");
            case USER_DISABLED -> disabled();
        };
    }

    /** The answer to a login that a throttle held back. */
    public static AuthResponse refused(TokenLoginResult.Throttled throttled) {
        return tooMany(throttled.retryAfter());
    }

    /** The answer to an exchange that was one too many. */
    public static AuthResponse refused(TokenRefreshResult.Throttled throttled) {
        return tooMany(throttled.retryAfter());
    }

    AuthResponse loggedIn(TokenGrant grant) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("token", grant.reveal());
        members.put("user", grant.profile().members());
        return granted(members);
    }

    AuthResponse exchanged(TokenGrant grant) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("token", grant.reveal());
        return granted(members);
    }

    static AuthResponse incomplete(boolean withoutLogin, boolean withoutPassword) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (withoutLogin) {
            members.put("login", List.of("账号不能为空"));
        }
        if (withoutPassword) {
            members.put("password", List.of("密码不能为空"));
        }
        return AuthResponse.json(422, members);
    }

    static AuthResponse unreadable() {
        return message(422, "请求格式不正确");
    }

    static AuthResponse invalidToken() {
        return message(401, "token 无效或已过期，请重新登录").with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    static AuthResponse message(int status, String message) {
        return AuthResponse.json(status, Map.of("message", List.of(message)));
    }

    private static AuthResponse tooMany(Duration retryAfter) {
        return message(429, "尝试次数过多，请稍后再试").with("Retry-After", Long.toString(retryAfter.toSeconds()));
    }

    private static AuthResponse disabled() {
        return message(403, "账号已被禁用，请联系管理员");
    }

    private AuthResponse granted(Map<String, @Nullable Object> members) {
        members.put("ttl", ttlMinutes);
        members.put("refresh_ttl", refreshTtlMinutes);
        return AuthResponse.json(201, members);
    }
}
