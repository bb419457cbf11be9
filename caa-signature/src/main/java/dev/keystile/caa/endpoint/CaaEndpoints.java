package dev.keystile.caa.endpoint;

import dev.keystile.caa.CaaAction;
import dev.keystile.caa.RequestBinding;
import dev.keystile.caa.service.AuthenticatedCaller;
import dev.keystile.caa.service.Authentication;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.caa.service.LoginRefusal;
import dev.keystile.caa.service.LoginResult;
import dev.keystile.caa.service.LogoutResult;
import dev.keystile.caa.service.RefreshResult;
import dev.keystile.caa.service.Refused;
import dev.keystile.http.Admission;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Endpoint;
import dev.keystile.http.GuardedEndpoint;
import dev.keystile.http.RequestGate;
import dev.keystile.http.Route;
import dev.keystile.http.body.JsonBody;
import dev.keystile.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The Caa contracts, to be mounted: all by {@link #routes()}, or each by its own method. Safe for use by many threads.
 *
 * <p>An endpoint never throws. What goes wrong inside is logged and answered with 500, and the pair is as it was.
 */
public final class CaaEndpoints {

    private static final AuthResponse UNEXPECTED = CaaAnswers.message(500, "Internal Server Error");

    private final CaaKeys keys;

    /** The contracts, served by {@code keys}. */
    public CaaEndpoints(CaaKeys keys) {
        this.keys = keys;
    }

    /** Every operation, at the paths that the contracts show. */
    public List<Route> routes() {
        return List.of(login(), refreshKeys(), refreshToken(), logout());
    }

    /** {@code POST /api/user/login}. */
    public Route login() {
        return Route.of("POST", "/api/user/login", guarded(this::handleLogin));
    }

    /** {@code POST /api/user/refresh-keys}, action {@code user:refresh-keys}. */
    public Route refreshKeys() {
        return Route.of("POST", "/api/user/refresh-keys", refresh("user:refresh-keys", GrantShape.BOTH_EXPIRIES));
    }

    /** {@code POST /api/my/refresh-token}, action {@code client:my:refresh-token}. */
    public Route refreshToken() {
        return Route.of(
                "POST", "/api/my/refresh-token", refresh("client:my:refresh-token", GrantShape.EXPIRE_IN_ALONE));
    }

    /** {@code DELETE /api/user/logout}, action {@code user:logout}. */
    public Route logout() {
        return Route.of("DELETE", "/api/user/logout", guarded(request -> {
            LogoutResult result = keys.logout("user:logout", authorization(request));
            return result instanceof Refused refused ? CaaAnswers.refused(refused) : CaaAnswers.message(200, "ok");
        }));
    }

    /**
     * An endpoint of the application's own: {@code inner} is asked only for requests that are signed for {@code action}, the
     * others get the contract's answers.
     *
     * @throws IllegalArgumentException if {@code action} can't be signed, as {@link CaaAction} has it
     */
    public Endpoint protect(String action, ProtectedEndpoint inner) {
        CaaAction.requireFit(action);
        return guarded(request -> {
            Authentication result = keys.authenticate(action, authorization(request));
            return result instanceof AuthenticatedCaller caller
                    ? inner.handle(request, caller)
                    : CaaAnswers.refused((Refused) result);
        });
    }

    /**
     * As {@link #protect}, for signatures that bind method, path, query and body as well: a request that was changed on its way, or
     * replayed as another, is refused like any other wrong signature. Its adapter has to hand the query in. A body over 64 KiB is
     * answered with 413, because nobody has all of it.
     *
     * @throws IllegalArgumentException if {@code action} can't be signed, as {@link CaaAction} has it
     */
    public Endpoint protectBound(String action, ProtectedEndpoint inner) {
        CaaAction.requireFit(action);
        return guarded(request -> {
            if (request.isBodyTooLarge()) {
                return CaaAnswers.message(413, "body too large");
            }
            RequestBinding binding = RequestBinding.of(request.method(), request.target(), request.body());
            Authentication result = keys.authenticate(action, binding, authorization(request));
            return result instanceof AuthenticatedCaller caller
                    ? inner.handle(request, caller)
                    : CaaAnswers.refused((Refused) result);
        });
    }

    /**
     * The same check for filters in front of an application's own paths: it admits requests that are signed for {@code action},
     * and its callers are {@link AuthenticatedCaller}s.
     *
     * @throws IllegalArgumentException if {@code action} can't be signed, as {@link CaaAction} has it
     */
    public RequestGate gate(String action) {
        CaaAction.requireFit(action);
        return RequestGate.failingClosed(
                request -> {
                    Authentication result = keys.authenticate(action, authorization(request));
                    return result instanceof AuthenticatedCaller caller
                            ? new Admission.Admitted(caller)
                            : new Admission.TurnedAway(CaaAnswers.refused((Refused) result));
                },
                UNEXPECTED);
    }

    private AuthResponse handleLogin(AuthRequest request) {
        Optional<JsonObject> body = JsonBody.read(request);
        if (body.isEmpty()) {
            return CaaAnswers.message(400, "invalid body");
        }
        LoginResult result = keys.login(
                body.get().string("mobile").orElse(null),
                body.get().string("password").orElse(null),
                request.clientAddress());
        if (result instanceof LoginResult.Throttled throttled) {
            return CaaAnswers.refused(throttled);
        }
        return result instanceof KeyGrant grant
                ? CaaAnswers.granted(grant, GrantShape.BOTH_EXPIRIES)
                : CaaAnswers.refused((LoginRefusal) result);
    }

    private Endpoint refresh(String action, GrantShape shape) {
        return guarded(request -> {
            RefreshResult result = keys.refresh(action, authorization(request));
            if (result instanceof RefreshResult.Throttled throttled) {
                return CaaAnswers.refused(throttled);
            }
            return result instanceof KeyGrant grant
                    ? CaaAnswers.granted(grant, shape)
                    : CaaAnswers.refused((Refused) result);
        });
    }

    private static List<String> authorization(AuthRequest request) {
        return request.headers().all("Authorization");
    }

    private static Endpoint guarded(Endpoint endpoint) {
        return GuardedEndpoint.of(endpoint, UNEXPECTED);
    }
}
