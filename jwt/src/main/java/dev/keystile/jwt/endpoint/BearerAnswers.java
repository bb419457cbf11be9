package dev.keystile.jwt.endpoint;

import dev.keystile.http.AuthResponse;
import dev.keystile.json.JsonWriter;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.jwt.service.TokenLoginResult;
import dev.keystile.jwt.service.TokenRefreshResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Results as the Bearer dialect answers them: status codes and texts are interface and stand here alone. */
public final class BearerAnswers {

    private BearerAnswers() {}

    /** The answer to a request without a Bearer credential. */
    public static AuthResponse unauthenticated() {
        return challenge(AuthResponse.empty(401));
    }

    /** The answer to a token that doesn't hold, whatever the reason. */
    public static AuthResponse revoked() {
        return challenge(text(401, "此 Token 已吊销，请重新登录以获取 Token。"));
    }

    static AuthResponse exchanged(TokenGrant grant) {
        return text(200, grant.reveal());
    }

    static AuthResponse failed() {
        return text(400, "服务器暂时无法处理请求。");
    }

    static AuthResponse loggedIn(TokenGrant grant) {
        return login(200, "登录成功！", Map.of("bearerToken", grant.reveal()));
    }

    static AuthResponse wrongLogin() {
        return challenge(login(401, "用户名或密码不正确。", Map.of()));
    }

    static AuthResponse throttled(TokenLoginResult.Throttled throttled) {
        return login(429, "尝试次数过多，请稍后再试。", Map.of()).with("Retry-After", seconds(throttled.retryAfter()));
    }

    static AuthResponse throttled(TokenRefreshResult.Throttled throttled) {
        return text(429, "尝试次数过多，请稍后再试。").with("Retry-After", seconds(throttled.retryAfter()));
    }

    static AuthResponse unreadableLogin() {
        return login(400, "请求格式不正确。", Map.of());
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    private static AuthResponse login(int status, String message, Map<String, String> data) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Event", "user_login");
        members.put("StatusCode", status);
        members.put("Message", message);
        members.put("Data", data);
        return AuthResponse.json(status, members);
    }

    private static AuthResponse text(int status, String text) {
        return AuthResponse.json(status, JsonWriter.quote(text));
    }

    private static AuthResponse challenge(AuthResponse response) {
        return response.with("WWW-Authenticate", "Bearer");
    }
}
