package dev.keystile.example.common;

import dev.keystile.caa.endpoint.CaaEndpoints;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Route;
import dev.keystile.http.RouteTable;
import dev.keystile.jwt.endpoint.BearerEndpoints;
import dev.keystile.jwt.endpoint.TokenEndpoints;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.user.UserAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The three services that the examples stand on, kept in memory, and what they mount.
 *
 * @param keys Caa: login, refresh-keys, refresh-token, logout
 * @param tokens the {@code /tokens} dialect
 * @param bearer the Bearer dialect
 */
public record DemoServices(CaaKeys keys, Tokens tokens, BearerTokens bearer) {

    /** The services that {@code settings} ask for, every other setting at its default. */
    public static DemoServices of(DemoSettings settings) {
        return new DemoBackend(settings, DemoPace.fromSystemProperties().hasher()).services(ExchangePolicy.strict());
    }

    /** The contracts alone: what an example mounts whose own endpoints stand beside them, behind its server's own means. */
    public RouteTable contracts() {
        return RouteTable.of(new CaaEndpoints(keys).routes())
                .and(new TokenEndpoints(tokens).routes())
                .and(new BearerEndpoints(bearer).routes());
    }

    /** The contracts, and an endpoint of the application's own behind each of the three checks. */
    public RouteTable routes() {
        CaaEndpoints caa = new CaaEndpoints(keys);
        TokenEndpoints tokenEndpoints = new TokenEndpoints(tokens);
        BearerEndpoints bearerEndpoints = new BearerEndpoints(bearer);
        return contracts()
                .and(List.of(
                        Route.of(
                                "GET",
                                "/api/user/personal",
                                caa.protect("user:personal-profile", (request, caller) -> personal(caller.account()))),
                        Route.of("GET", "/me", tokenEndpoints.protect((request, caller) -> personal(caller.account()))),
                        Route.of(
                                "GET",
                                "/user/me",
                                bearerEndpoints.protect((request, caller) -> personal(caller.account())))));
    }

    /** What every example's own endpoint answers to a caller who was verified. */
    public static AuthResponse personal(UserAccount account) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("userId", account.id().value());
        members.put("user", account.profile().members());
        return AuthResponse.json(200, members);
    }
}
