package dev.keystile.testkit.server;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.RandomBytes;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.user.UserAccount;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes pairs and tokens in a given state, by doing to them what brings real ones there. */
final class Seeds {

    private static final Duration LONG_AGO = Duration.ofDays(400);
    private static final Duration PAST_ANY_GRACE = Duration.ofMinutes(2);
    private static final RandomBytes RANDOM = RandomBytes.secure();

    private final Services services;
    private final Clock now;
    private final String mobile;
    private final String password;
    private final UserAccount account;

    Seeds(Services services, Clock now, String mobile, String password, UserAccount account) {
        this.services = services;
        this.now = now;
        this.mobile = mobile;
        this.password = password;
        this.account = account;
    }

    ApiKeyPair pair(PairState state) {
        return switch (state) {
            case VALID -> login(now);
            case EXPIRED -> login(ago(LONG_AGO));
            case SPENT -> spent(ago(PAST_ANY_GRACE));
            case REVOKED -> revoked();
            case FORGED -> withSecret(login(now), ApiSecret.generate(RANDOM));
            case UNKNOWN ->
                new ApiKeyPair(
                        ApiKey.generate(account.id(), RANDOM),
                        ApiSecret.generate(RANDOM),
                        account.id(),
                        now.instant().plus(Duration.ofDays(1)));
        };
    }

    String token(TokenState state) {
        Tokens tokens = services.tokens(now);
        return switch (state) {
            case VALID -> issued(tokens);
            case REFRESHABLE -> issued(services.tokens(ago(tokens.lifetime().plusDays(1))));
            case EXPIRED -> issued(services.tokens(ago(LONG_AGO)));
            case SPENT -> {
                String token = issued(tokens);
                tokens.exchange(token);
                yield token;
            }
            case REVOKED -> {
                String token = issued(tokens);
                tokens.revoke(token);
                yield token;
            }
            case FORGED -> issued(services.tokens(Services.ringOfNewKey(), now));
            case WRONG_KIND -> bearerToken(TokenState.VALID);
        };
    }

    String bearerToken(TokenState state) {
        BearerTokens bearer = services.bearer(now);
        return switch (state) {
            case VALID -> bearer.issue(account).reveal();
            case REFRESHABLE ->
                throw new IllegalArgumentException(
                        "A Bearer token is exchanged while it is valid or not at all; ask for token(REFRESHABLE).");
            case EXPIRED -> services.bearer(ago(LONG_AGO)).issue(account).reveal();
            case SPENT -> {
                String token = bearer.issue(account).reveal();
                bearer.exchange(token);
                yield token;
            }
            case REVOKED -> {
                String token = bearer.issue(account).reveal();
                bearer.revoke(token);
                yield token;
            }
            case FORGED ->
                services.bearer(Services.ringOfNewKey(), now).issue(account).reveal();
            case WRONG_KIND -> token(TokenState.VALID);
        };
    }

    private String issued(Tokens tokens) {
        return tokens.issue(account).reveal();
    }

    private ApiKeyPair login(Clock clock) {
        return ((KeyGrant) services.keysForSeeds(clock).login(mobile, DigestUtils.md5Hex(password))).pair();
    }

    private ApiKeyPair spent(Clock then) {
        ApiKeyPair pair = login(then);
        services.keysForSeeds(then).refresh("user:refresh-keys", List.of(sign(pair, then, "user:refresh-keys")));
        return pair;
    }

    private ApiKeyPair revoked() {
        CaaKeys keys = services.keysForSeeds(now);
        ApiKeyPair pair = login(now);
        keys.logout("user:logout", List.of(sign(pair, now, "user:logout")));
        return pair;
    }

    static String sign(ApiKeyPair pair, Clock clock, String action) {
        return CaaSigner.of(pair.apiKey(), pair.secret()).at(clock).sign(action);
    }

    private Clock ago(Duration time) {
        return Clock.offset(now, time.negated());
    }

    private static ApiKeyPair withSecret(ApiKeyPair pair, ApiSecret secret) {
        return new ApiKeyPair(pair.apiKey(), secret, pair.user(), pair.expiresAt());
    }
}
