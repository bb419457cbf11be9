package dev.keystile.jwt.endpoint;

import dev.keystile.http.Admission;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Endpoint;
import dev.keystile.http.GuardedEndpoint;
import dev.keystile.http.RequestGate;
import dev.keystile.http.Route;
import dev.keystile.http.body.JsonBody;
import dev.keystile.json.JsonObject;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.TokenAuthentication;
import dev.keystile.jwt.service.TokenCaller;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.jwt.service.TokenLoginResult;
import dev.keystile.jwt.service.TokenRefreshResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The contracts of the Bearer dialect, to be mounted: all by {@link #routes()}, or each by its own method. Safe for use by many
 * threads.
 */
public final class BearerEndpoints {

    private final BearerTokens tokens;

    /** The contracts, served by {@code tokens}. */
    public BearerEndpoints(BearerTokens tokens) {
        this.tokens = tokens;
    }

    /** Every operation, at the paths that the contracts show; the exchange with and without a slash at its end. */
    public List<Route> routes() {
        return List.of(login(), refresh(), refreshWithSlash());
    }

    /** {@code POST /user/login}. */
    public Route login() {
        return Route.of("POST", "/user/login", guarded(this::handleLogin));
    }

    /** {@code POST /user/refresh}. */
    public Route refresh() {
        return Route.of("POST", "/user/refresh", guarded(this::handleRefresh));
    }

    /** {@code POST /user/refresh/}, as the contract's document writes it in places. */
    public Route refreshWithSlash() {
        return Route.of("POST", "/user/refresh/", guarded(this::handleRefresh));
    }

    /**
     * An endpoint of the application's own: {@code inner} is asked only for requests with a token that holds; the others get
     * the contract's answers.
     */
    public Endpoint protect(ProtectedEndpoint inner) {
        return guarded(request -> withToken(request, token -> {
            TokenAuthentication result = tokens.verify(token);
            return result instanceof TokenCaller caller ? inner.handle(request, caller) : BearerAnswers.revoked();
        }));
    }

    /**
     * The same check for filters in front of an application's own paths: it admits requests with a token that holds, and its
     * callers are {@link TokenCaller}s.
     */
    public RequestGate gate() {
        return RequestGate.failingClosed(
                request -> {
                    BearerHeader header = BearerHeader.of(request);
                    if (!header.offered()) {
                        return new Admission.TurnedAway(BearerAnswers.unauthenticated());
                    }
                    return header.token().map(tokens::verify).orElse(null) instanceof TokenCaller caller
                            ? new Admission.Admitted(caller)
                            : new Admission.TurnedAway(BearerAnswers.revoked());
                },
                BearerAnswers.failed());
    }

    private AuthResponse handleLogin(AuthRequest request) {
        Optional<JsonObject> body = JsonBody.read(request);
        Optional<String> username = body.flatMap(object -> filled(object, "Username"));
        Optional<String> password = body.flatMap(object -> filled(object, "Password"));
        if (username.isEmpty() || password.isEmpty()) {
            return BearerAnswers.unreadableLogin();
        }
        TokenLoginResult result = tokens.login(username.get(), password.get(), request.clientAddress());
        if (result instanceof TokenLoginResult.Throttled throttled) {
            return BearerAnswers.throttled(throttled);
        }
        return result instanceof TokenGrant grant ? BearerAnswers.loggedIn(grant) : BearerAnswers.wrongLogin();
    }

    private AuthResponse handleRefresh(AuthRequest request) {
        return withToken(request, token -> {
            TokenRefreshResult result = tokens.exchange(token);
            if (result instanceof TokenRefreshResult.Throttled throttled) {
                return BearerAnswers.throttled(throttled);
            }
            return result instanceof TokenGrant grant ? BearerAnswers.exchanged(grant) : BearerAnswers.revoked();
        });
    }

    private static AuthResponse withToken(AuthRequest request, Function<String, AuthResponse> answer) {
        BearerHeader header = BearerHeader.of(request);
        if (!header.offered()) {
            return BearerAnswers.unauthenticated();
        }
        return header.token().map(answer).orElseGet(BearerAnswers::revoked);
    }

    private static Optional<String> filled(JsonObject body, String member) {
        return body.string(member).filter(text -> !text.isEmpty());
    }

    private static Endpoint guarded(Endpoint endpoint) {
        return GuardedEndpoint.of(endpoint, BearerAnswers.failed());
    }
}
