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
import dev.keystile.jwt.service.TokenAuthentication;
import dev.keystile.jwt.service.TokenCaller;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.jwt.service.TokenLoginRefusal;
import dev.keystile.jwt.service.TokenLoginResult;
import dev.keystile.jwt.service.TokenRefreshResult;
import dev.keystile.jwt.service.TokenRefusal;
import dev.keystile.jwt.service.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The contracts of the {@code /tokens} dialect, to be mounted: all by {@link #routes()}, or each by its own method. Safe for use
 * by many threads.
 *
 * <p>A token in a path stays behind in access logs. {@link #exchange()} takes it from {@code Authorization: Bearer} instead;
 * point new clients there, and mount {@link #exchangeByPath()} for those who can't change.
 */
public final class TokenEndpoints {

    private static final AuthResponse UNEXPECTED = TokenAnswers.message(500, "服务器错误");

    private final Tokens tokens;
    private final TokenAnswers answers;

    /** The contracts, served by {@code tokens}. */
    public TokenEndpoints(Tokens tokens) {
        this.tokens = tokens;
        this.answers = new TokenAnswers(tokens.lifetime(), tokens.refreshWindow());
    }

    /** Every operation, at the paths that the contracts show. */
    public List<Route> routes() {
        return List.of(login(), exchangeByPath(), exchange());
    }

    /** {@code POST /tokens}. */
    public Route login() {
        return Route.of("POST", "/tokens", guarded(this::handleLogin));
    }

    /** {@code PATCH /tokens/:token}. */
    public Route exchangeByPath() {
        return Route.of(
                "PATCH",
                "/tokens/:token",
                guarded(request -> withToken(request.pathParameter("token"), this::exchange)));
    }

    /** {@code PATCH /tokens}, the token in {@code Authorization: Bearer}: the same operation, kept out of access logs. */
    public Route exchange() {
        return Route.of(
                "PATCH",
                "/tokens",
                guarded(request -> withToken(BearerHeader.of(request).token(), this::exchange)));
    }

    /**
     * An endpoint of the application's own: {@code inner} is asked only for requests with a token that holds, in
     * {@code Authorization: Bearer}; the others get the contract's answers.
     */
    public Endpoint protect(ProtectedEndpoint inner) {
        return guarded(request -> withToken(BearerHeader.of(request).token(), token -> {
            TokenAuthentication result = tokens.verify(token);
            return result instanceof TokenCaller caller
                    ? inner.handle(request, caller)
                    : TokenAnswers.refused((TokenRefusal) result);
        }));
    }

    /**
     * The same check for filters in front of an application's own paths: it admits requests with a token that holds, and its
     * callers are {@link TokenCaller}s.
     */
    public RequestGate gate() {
        return RequestGate.failingClosed(
                request -> {
                    Optional<String> token = BearerHeader.of(request).token();
                    if (token.isEmpty()) {
                        return new Admission.TurnedAway(TokenAnswers.invalidToken());
                    }
                    TokenAuthentication result = tokens.verify(token.get());
                    return result instanceof TokenCaller caller
                            ? new Admission.Admitted(caller)
                            : new Admission.TurnedAway(TokenAnswers.refused((TokenRefusal) result));
                },
                UNEXPECTED);
    }

    private AuthResponse handleLogin(AuthRequest request) {
        Optional<JsonObject> body = JsonBody.read(request);
        if (body.isEmpty()) {
            return TokenAnswers.unreadable();
        }
        Optional<String> login = filled(body.get(), "login");
        Optional<String> password = filled(body.get(), "password");
        if (login.isEmpty() || password.isEmpty()) {
            return TokenAnswers.incomplete(login.isEmpty(), password.isEmpty());
        }
        TokenLoginResult result = tokens.login(login.get(), password.get(), request.clientAddress());
        if (result instanceof TokenLoginResult.Throttled throttled) {
            return TokenAnswers.refused(throttled);
        }
        return result instanceof TokenGrant grant
                ? answers.loggedIn(grant)
                : TokenAnswers.refused((TokenLoginRefusal) result);
    }

    private AuthResponse exchange(String token) {
        TokenRefreshResult result = tokens.exchange(token);
        if (result instanceof TokenRefreshResult.Throttled throttled) {
            return TokenAnswers.refused(throttled);
        }
        return result instanceof TokenGrant grant
                ? answers.exchanged(grant)
                : TokenAnswers.refused((TokenRefusal) result);
    }

    private static AuthResponse withToken(Optional<String> token, Function<String, AuthResponse> answer) {
        return token.map(answer).orElseGet(TokenAnswers::invalidToken);
    }

    private static Optional<String> filled(JsonObject body, String member) {
        return body.string(member).filter(text -> !text.isEmpty());
    }

    private static Endpoint guarded(Endpoint endpoint) {
        return GuardedEndpoint.of(endpoint, UNEXPECTED);
    }
}
