package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Answer;

/** The contract's answers of both JWT dialects. */
final class Answers {

    static final String NO_LOGIN = "\"login\":[\"账号不能为空\"]";
    static final String NO_PASSWORD = "\"password\":[\"密码不能为空\"]";

    static final Answer MALFORMED = list(422, "请求格式不正确");
    static final Answer WRONG_LOGIN = list(422, "账号或密码不正确");
    static final Answer DISABLED = list(403, "账号已被禁用，请联系管理员");
    static final Answer TOO_MANY_ATTEMPTS = list(429, "尝试次数过多，请稍后再试");
    static final Answer INVALID_TOKEN =
            list(401, "token 无效或已过期，请重新登录").with("WWW-Authenticate", "Bearer error=\"invalid_token\"");

    static final Answer BEARER_WRONG_LOGIN = event(401, "用户名或密码不正确。");
    static final Answer BEARER_MALFORMED = event(400, "请求格式不正确。");
    static final Answer BEARER_TOO_MANY_ATTEMPTS = event(429, "尝试次数过多，请稍后再试。");
    static final Answer BEARER_REVOKED =
            Answer.of(401, "\"此 Token 已吊销，请重新登录以获取 Token。\"").with("WWW-Authenticate", "Bearer");
    static final Answer BEARER_MISSING = Answer.of(401, "").with("WWW-Authenticate", "Bearer");

    private Answers() {}

    /** A refusal of fields: the members are arrays of one string. */
    static Answer fields(String... members) {
        return Answer.of(422, "{" + String.join(",", members) + "}");
    }

    private static Answer list(int status, String message) {
        return Answer.of(status, "{\"message\":[\"" + message + "\"]}");
    }

    private static Answer event(int status, String message) {
        return Answer.of(
                status,
                "{\"Event\":\"user_login\",\"StatusCode\":" + status + ",\"Message\":\"" + message + "\",\"Data\":{}}");
    }
}
