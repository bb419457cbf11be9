package dev.keystile.testkit.server;

import dev.keystile.caa.endpoint.CaaEndpoints;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.CaaKeysBuilder;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Route;
import dev.keystile.http.RouteTable;
import dev.keystile.jwt.endpoint.BearerEndpoints;
import dev.keystile.jwt.endpoint.TokenEndpoints;
import dev.keystile.store.user.UserAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server of every contract inside the test, on a free port of this machine, in memory. As a JUnit extension it starts before the
 * first test and stops after the last one:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final KeystileServer server = KeystileServer.withUser("13800138000", "keystile");
 * }</pre>
 *
 * <p>In a field that isn't static, each test has a server of its own. Without JUnit's help, {@link #start} and {@link #close} it.
 *
 * <p>It mounts the contracts, and {@code GET /api/user/personal} (signed for {@code user:personal-profile}), {@code GET /me} (a token
 * of the {@code /tokens} dialect) and {@code GET /user/me} (a Bearer token), each of which answers with the caller's id. Its clock
 * stands at the moment at which it was made. Passwords are hashed in no time. Safe for use by many threads once it has been started.
 */
public final class KeystileServer
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, AutoCloseable {

    private final Services services = new Services();
    private final TestClock clock = TestClock.standingNow();
    private final List<Function<CaaEndpoints, Route>> more = new ArrayList<>();
    private final Seeds seeds;
    private int classesUnderWay;

    private @Nullable InProcessServer running;

    private KeystileServer(String mobile, String password, String name) {
        UserAccount account = account("1", name, password);
        services.users.put(account, mobile);
        this.seeds = new Seeds(services, clock, mobile, password, account);
    }

    /**
     * A server with one user, whose id is {@code 1} and whose name is {@code demo}.
     *
     * @param mobile 11 digits
     * @param password the plain one; a Caa login sends the MD5 of it
     */
    public static KeystileServer withUser(String mobile, String password) {
        return new KeystileServer(mobile, password, "demo");
    }

    /** This server, with another user. Before it starts. */
    public KeystileServer andUser(String id, String mobile, String name, String password) {
        services.users.put(account(id, name, password), mobile);
        return this;
    }

    /** This server, with a route of the test's own, such as one behind {@link CaaEndpoints#protect}. Before it starts. */
    public KeystileServer mounting(Function<CaaEndpoints, Route> route) {
        more.add(route);
        return this;
    }

    /**
     * This server, with other settings of its key pairs: a grace window, a lifetime, a login policy. Before it starts. They are
     * asked for more than once, so what they share, such as a sealing key, is made outside.
     */
    public KeystileServer with(UnaryOperator<CaaKeysBuilder> settings) {
        services.settings = settings;
        return this;
    }

    /**
     * Starts the server, unless it has been started.
     *
     * @throws UncheckedIOException if there is no free port
     */
    public KeystileServer start() {
        if (running == null) {
            try {
                running = InProcessServer.start(routes());
            } catch (IOException noPort) {
                throw new UncheckedIOException("The server of the test finds no free port on 127.0.0.1.", noPort);
            }
        }
        return this;
    }

    /**
     * Where it listens, such as {@code http://127.0.0.1:49152}.
     *
     * @throws IllegalStateException if it hasn't been started
     */
    public URI address() {
        if (running == null) {
            throw new IllegalStateException(
                    "The server hasn't been started; annotate its field with @RegisterExtension, or call start().");
        }
        return running.address();
    }

    /** The address of {@code path} on this server. */
    public URI uri(String path) {
        return address().resolve(path);
    }

    /** What time it is for the server; move it to let things expire. */
    public TestClock clock() {
        return clock;
    }

    /** A pair of the first user in {@code state}, a new one each time. */
    public ApiKeyPair pair(PairState state) {
        return seeds.pair(state);
    }

    /** The {@code Authorization} header for {@code action}, by a new pair in {@code state}, signed at the server's time. */
    public String authorization(PairState state, String action) {
        return Seeds.sign(pair(state), clock, action);
    }

    /** A token of the {@code /tokens} dialect in {@code state}, for the first user, a new one each time. */
    public String token(TokenState state) {
        return seeds.token(state);
    }

    /**
     * A Bearer token in {@code state}, for the first user, a new one each time.
     *
     * @throws IllegalArgumentException for {@link TokenState#REFRESHABLE}, which there isn't
     */
    public String bearerToken(TokenState state) {
        return seeds.bearerToken(state);
    }

    /** Stops the server; what it knows stays. */
    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** For JUnit. */
    @Override
    public void beforeAll(ExtensionContext context) {
        classesUnderWay++;
        start();
    }

    /** For JUnit. */
    @Override
    public void beforeEach(ExtensionContext context) {
        start();
    }

    /** For JUnit. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (classesUnderWay == 0) {
            close();
        }
    }

    /** For JUnit, which calls this for nested classes, too: the outer one may have tests left. */
    @Override
    public void afterAll(ExtensionContext context) {
        classesUnderWay--;
        if (classesUnderWay == 0) {
            close();
        }
    }

    private RouteTable routes() {
        CaaKeys keys = services.keys(clock).build();
        CaaEndpoints caa = new CaaEndpoints(keys);
        TokenEndpoints tokens = new TokenEndpoints(services.tokens(clock));
        BearerEndpoints bearer = new BearerEndpoints(services.bearer(clock));
        List<Route> own = new ArrayList<>(List.of(
                Route.of(
                        "GET",
                        "/api/user/personal",
                        caa.protect("user:personal-profile", (request, caller) -> personal(caller.userId()))),
                Route.of(
                        "GET",
                        "/me",
                        tokens.protect(
                                (request, caller) -> personal(caller.account().id()))),
                Route.of(
                        "GET",
                        "/user/me",
                        bearer.protect(
                                (request, caller) -> personal(caller.account().id())))));
        more.forEach(route -> own.add(route.apply(caa)));
        return RouteTable.of(caa.routes())
                .and(tokens.routes())
                .and(bearer.routes())
                .and(own);
    }

    private static AuthResponse personal(UserId user) {
        return AuthResponse.json(200, Map.of("userId", user.value()));
    }

    private static UserAccount account(String id, String name, String password) {
        return new UserAccount(
                new UserId(id),
                name,
                false,
                Services.HASHER.hashEveryForm(password),
                UserProfile.of(Map.of("name", name)));
    }
}
