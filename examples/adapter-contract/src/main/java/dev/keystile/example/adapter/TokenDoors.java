package dev.keystile.example.adapter;

import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.example.common.DemoServices;
import dev.keystile.http.Endpoint;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.endpoint.BearerEndpoints;
import dev.keystile.jwt.endpoint.TokenEndpoints;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;

/** Endpoints by the key, the clock, the issuer and the audience that the tokens of the collection are made for. */
final class TokenDoors {

    private static final HmacSecret SECRET =
            HmacSecret.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
    private static final KeyRing RING = KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, SECRET));
    private static final String ISSUER = "caa-test";
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(1);

    private final InMemoryTokenLedger ledger = new InMemoryTokenLedger();
    private final InMemoryUserDirectory users = new InMemoryUserDirectory()
            .put(
                    new UserAccount(new UserId("u1"), "u1", false, Map.of(), UserProfile.of(Map.of("name", "u1"))),
                    "13800138009");
    private final BearerEndpoints bearer = new BearerEndpoints(BearerTokens.builder(RING, ISSUER, "api", ledger, users)
            .acceptingLifetimesUpTo(LONGEST_LIFETIME)
            .clock(CLOCK)
            .build());
    private final TokenEndpoints tokens = new TokenEndpoints(
            Tokens.builder(RING, ISSUER, ledger, users).clock(CLOCK).build());

    /** An application's own endpoint, which a Bearer token opens. */
    Endpoint personal() {
        return bearer.protect((request, caller) -> DemoServices.personal(caller.account()));
    }

    /** The exchange of a Bearer token, in its header. */
    Endpoint refresh() {
        return bearer.refresh().endpoint();
    }

    /** The exchange of a token of the other dialect, in its path. */
    Endpoint exchangeByPath() {
        return tokens.exchangeByPath().endpoint();
    }
}
