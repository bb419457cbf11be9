package dev.keystile.store.contract.token;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Draws intents for a handful of logins of two users and two kinds, at a clock that stands still, steps, or lands right before, on
 * and after the moments at which something is forgotten or a window shuts. Never backwards: what is over may be gone.
 */
final class RandomTokenIntents {

    private static final List<ExchangePolicy> POLICIES = List.of(
            ExchangePolicy.strict(),
            ExchangePolicy.strict().withReuseDetection(),
            ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(10)),
            ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(60)).withReuseDetection());
    private static final int LONGEST_MEMORY = 200_000;
    private static final int LONGEST_STEP = 20_000;

    private final Random random;
    private final List<TestLogin> logins = new ArrayList<>();
    private final List<TokenReference> known = new ArrayList<>();
    private final TreeSet<Long> moments = new TreeSet<>();
    private long now;

    RandomTokenIntents(Random random, long now) {
        this.random = random;
        this.now = now;
        TokenHolder user = TestLogin.unique().holder();
        TokenHolder otherKind = new TokenHolder(user.user(), "other");
        for (TokenHolder holder : List.of(user, otherKind, TestLogin.unique().holder())) {
            logIn(TestLogin.of(holder).another(now));
        }
    }

    TokenIntent<?> next() {
        passTime();
        int draw = random.nextInt(20);
        if (draw < 2) {
            logIn(any(logins).another(now));
        }
        if (draw < 10) {
            return spend();
        }
        if (draw < 17) {
            return new TokenIntent.Ask(any(known), now);
        }
        TokenReference token = any(known);
        return draw < 19
                ? new TokenIntent.RevokeFamily(token.holder(), token.family(), now, remembered())
                : new TokenIntent.RevokeLogins(token.holder(), anyMark(token), now, remembered());
    }

    private void logIn(TestLogin login) {
        logins.add(login);
        known.add(login.token());
    }

    private TokenIntent.Spend spend() {
        TokenReference token = recent();
        ExchangePolicy policy = any(POLICIES);
        TokenExchange exchange = TestLogin.exchange(token, policy, now, remembered());
        known.add(TestLogin.successorOf(exchange));
        await(now + policy.graceWindow().toMillis());
        await(now + ExchangePolicy.LONGEST_GRACE.toMillis());
        return new TokenIntent.Spend(exchange);
    }

    /** Around the time of a login, or now. */
    private long anyMark(TokenReference token) {
        return random.nextBoolean() ? now + 1 : token.loginAtMillis() + random.nextInt(3) - 1;
    }

    private long remembered() {
        long until = now + 1 + random.nextInt(LONGEST_MEMORY);
        await(until);
        return until;
    }

    private void passTime() {
        int draw = random.nextInt(8);
        if (draw == 0) {
            now += random.nextInt(LONGEST_STEP);
        } else if (draw == 1) {
            now++;
        } else if (draw == 2) {
            Long moment = moments.ceiling(now);
            now = moment == null ? now : moment;
        }
    }

    private void await(long moment) {
        moments.addAll(List.of(moment - 1, moment, moment + 1));
    }

    /** One of the last few: of older ones there is rarely anything new to tell. */
    private TokenReference recent() {
        int last = known.size();
        return known.get(last - 1 - random.nextInt(Math.min(last, 12)));
    }

    private <E> E any(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
