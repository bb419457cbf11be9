package dev.keystile.soak.client;

import java.util.Map;
import java.util.Optional;

/** Contracts 4 and 5. */
enum TokenScheme implements Scheme {
    /** The {@code /tokens} dialect, whose tokens may be exchanged when they are over. */
    TOKENS("/tokens", "{\"message\":[\"token 无效或已过期，请重新登录\"]}", 500, "{\"message\":[\"服务器错误\"]}", 120) {
        @Override
        public Call logIn(String prefix, int number) {
            return Call.json(prefix + "/tokens", "{\"login\":\"demo-" + number + "\",\"password\":\"keystile\"}");
        }

        @Override
        public Call ask(String prefix, Credential token) {
            return Call.authorized("GET", prefix + "/me", "Bearer " + token.token());
        }

        @Override
        public Call refresh(String prefix, Credential token, int turn) {
            return turn % 2 == 0
                    ? Call.authorized("PATCH", prefix + "/tokens", "Bearer " + token.token())
                    : new Call("PATCH", prefix + "/tokens/" + token.token(), Map.of(), "");
        }
    },
    /** The Bearer dialect. */
    BEARER("Bearer", "\"此 Token 已吊销，请重新登录以获取 Token。\"", 400, "\"服务器暂时无法处理请求。\"", 0) {
        @Override
        public Call logIn(String prefix, int number) {
            return Call.json(
                    prefix + "/user/login", "{\"Username\":\"demo-" + number + "\",\"Password\":\"keystile\"}");
        }

        @Override
        public Call ask(String prefix, Credential token) {
            return Call.authorized("GET", prefix + "/user/me", "Bearer " + token.token());
        }

        @Override
        public Call refresh(String prefix, Credential token, int turn) {
            return Call.authorized("POST", prefix + "/user/refresh" + "/".repeat(turn % 2), "Bearer " + token.token());
        }
    };

    private final String title;
    private final String dead;
    private final int failure;
    private final String unexpected;
    private final int windowSeconds;

    TokenScheme(String title, String dead, int failure, String unexpected, int windowSeconds) {
        this.title = title;
        this.dead = dead;
        this.failure = failure;
        this.unexpected = unexpected;
        this.windowSeconds = windowSeconds;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Optional<Call> logOut(Credential token) {
        return Optional.empty();
    }

    @Override
    public Optional<Credential> granted(Reply reply) {
        return reply.isOk() ? reply.token().map(token -> Credential.token(token, windowSeconds)) : Optional.empty();
    }

    @Override
    public boolean refuses(Reply reply) {
        return reply.equals(new Reply(401, dead));
    }

    @Override
    public boolean fails(Reply reply) {
        return reply.equals(new Reply(failure, unexpected));
    }

    @Override
    public boolean returnsWhatLives() {
        return false;
    }
}
