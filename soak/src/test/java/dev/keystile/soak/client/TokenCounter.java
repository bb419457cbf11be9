package dev.keystile.soak.client;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server of the Bearer dialect that fits on a page, with one thing wrong or nothing. */
final class TokenCounter implements Wire {

    private static final Reply DEAD = new Reply(401, "\"此 Token 已吊销，请重新登录以获取 Token。\"");
    private static final Reply UNEXPECTED = new Reply(400, "\"服务器暂时无法处理请求。\"");
    private static final long LIFETIME_MILLIS = 40_000;

    private final Clock clock;
    private final Fault fault;
    private final Map<String, Long> expiries = new HashMap<>();
    private int granted;
    private int asked;

    enum Fault {
        NONE,
        SPENT_TOKENS_LIVE,
        TOKENS_OUTLIVE_THEIR_END,
        ONE_IN_TEN_IS_REFUSED,
        ONE_IN_TEN_FAILS,
        ONE_IN_TEN_IS_NOT_ANSWERED,
        ONE_TOKEN_FOR_ALL
    }

    TokenCounter(Clock clock, Fault fault) {
        this.clock = clock;
        this.fault = fault;
    }

    @Override
    public List<Heard> sayTogether(List<Call> calls) {
        return calls.stream().map(this::answer).toList();
    }

    private Heard answer(Call call) {
        asked++;
        Reply reply = asked % 10 == 0 && fault == Fault.ONE_IN_TEN_FAILS ? UNEXPECTED : reply(call);
        boolean silent = asked % 10 == 0 && fault == Fault.ONE_IN_TEN_IS_NOT_ANSWERED;
        return new Heard(clock.millis(), clock.millis(), silent ? Optional.empty() : Optional.of(reply));
    }

    private Reply reply(Call call) {
        if (call.path().endsWith("/login")) {
            return grant();
        }
        String token = call.headers().get("Authorization").substring("Bearer ".length());
        if (!lives(token) || (asked % 10 == 0 && fault == Fault.ONE_IN_TEN_IS_REFUSED)) {
            return DEAD;
        }
        if (call.path().endsWith("/me")) {
            return new Reply(200, "{}");
        }
        if (fault != Fault.SPENT_TOKENS_LIVE) {
            expiries.remove(token);
        }
        return grant();
    }

    private boolean lives(String token) {
        return expiries.containsKey(token)
                && (clock.millis() < expiries.get(token) || fault == Fault.TOKENS_OUTLIVE_THEIR_END);
    }

    private Reply grant() {
        long expiry = (clock.millis() + LIFETIME_MILLIS) / 1000;
        int number = fault == Fault.ONE_TOKEN_FOR_ALL ? 0 : granted++;
        String claims = fault == Fault.ONE_TOKEN_FOR_ALL ? "{\"exp\":4102444800}" : "{\"exp\":" + expiry + "}";
        String token =
                "a." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                        + "." + number;
        expiries.put(token, expiry * 1000);
        return new Reply(200, "\"" + token + "\"");
    }
}
