package dev.keystile.store.jdbc.served;

import dev.keystile.caa.endpoint.CaaEndpoints;
import dev.keystile.caa.seal.SealingKeys;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.HeaderFields;
import dev.keystile.http.Route;
import dev.keystile.http.RouteTable;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.endpoint.BearerEndpoints;
import dev.keystile.jwt.endpoint.TokenEndpoints;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcReplayGuard;
import dev.keystile.store.jdbc.JdbcSettings;
import dev.keystile.store.jdbc.JdbcTokenLedger;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Every contract, and a protected endpoint behind each, over stores in a database, with a grace window of a minute. All sites know
 * the same user and the same keys, so each is a node of one service, and whoever was granted something by one may ask another.
 */
public final class Site {

    static final String MOBILE = "13800138000";
    static final String PASSWORD = "Rosebud-and-Thistle-7";
    static final String PASSWORD_MD5 = "0d6f7f4c4c1fbc3e7c8a6e2ad4a5f3b1";
    static final String PERSONAL_ACTION = "user:personal-profile";

    private static final String ISSUER = "https://issuer.example.com";
    private static final String AUDIENCE = "api.example.com";
    private static final JdbcSettings IMPATIENT = JdbcSettings.defaults().withTimeout(Duration.ofSeconds(1));
    private static final ExchangePolicy LENIENT = ExchangePolicy.strict().withGraceWindow(ExchangePolicy.LONGEST_GRACE);
    private static final LoginPolicy SIDE_BY_SIDE = LoginPolicy.independent(1000);

    private static final RandomBytes RANDOM = RandomBytes.secure();
    private static final PasswordHasher HASHER = Pbkdf2PasswordHasher.weakerThanRecommended(10, RANDOM);
    private static final SealingKeys SEALING_KEYS = SealingKeys.of(RANDOM.next(32));
    private static final KeyRing SIGNING_KEYS =
            KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.generate(TokenAlgorithm.HS256, RANDOM)));
    private static final InMemoryUserDirectory USERS = new InMemoryUserDirectory()
            .put(
                    new UserAccount(
                            new UserId("42"),
                            "someone",
                            false,
                            Map.of(
                                    PasswordForm.PLAIN, HASHER.hash(Password.plain(PASSWORD)),
                                    PasswordForm.MD5_HEX, HASHER.hash(Password.md5Hex(PASSWORD_MD5))),
                            UserProfile.of(Map.of("name", "someone"))),
                    MOBILE);

    private final RouteTable routes;

    /** A node whose stores are behind {@code database}, which has the tables. */
    public Site(DataSource database) {
        JdbcTokenLedger ledger = new JdbcTokenLedger(database, IMPATIENT);
        CaaEndpoints caa = new CaaEndpoints(CaaKeys.builder(new JdbcCredentialStore(database, IMPATIENT), USERS)
                .replayGuard(new JdbcReplayGuard(database, IMPATIENT))
                .sealedBy(SEALING_KEYS)
                .loginPolicy(SIDE_BY_SIDE)
                .exchangePolicy(LENIENT)
                .passwordHasher(HASHER)
                .build());
        TokenEndpoints tokens = new TokenEndpoints(Tokens.builder(SIGNING_KEYS, ISSUER, ledger, USERS)
                .exchangePolicy(LENIENT)
                .passwordHasher(HASHER)
                .build());
        BearerEndpoints bearer = new BearerEndpoints(BearerTokens.builder(SIGNING_KEYS, ISSUER, AUDIENCE, ledger, USERS)
                .exchangePolicy(LENIENT)
                .passwordHasher(HASHER)
                .build());
        List<Route> mounted = new ArrayList<>(caa.routes());
        mounted.addAll(tokens.routes());
        mounted.addAll(bearer.routes());
        mounted.add(Route.of("GET", "/personal", caa.protect(PERSONAL_ACTION, (request, caller) -> served())));
        mounted.add(Route.of("GET", "/tokens/me", tokens.protect((request, caller) -> served())));
        mounted.add(Route.of("GET", "/user/me", bearer.protect((request, caller) -> served())));
        this.routes = RouteTable.of(mounted);
    }

    Reply post(String path, String json) {
        return send(AuthRequest.builder("POST", path)
                .headers(HeaderFields.of(Map.of("Content-Type", List.of("application/json"))))
                .body(json.getBytes(StandardCharsets.UTF_8))
                .build());
    }

    Reply send(String method, String path, String authorization) {
        return send(AuthRequest.builder(method, path)
                .headers(HeaderFields.of(Map.of("Authorization", List.of(authorization))))
                .build());
    }

    private Reply send(AuthRequest request) {
        return Reply.of(routes.find(request.path()).orElseThrow().endpoint().handle(request));
    }

    private static AuthResponse served() {
        return AuthResponse.json(200, Map.of("served", true));
    }
}
