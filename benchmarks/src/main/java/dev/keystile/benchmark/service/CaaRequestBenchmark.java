package dev.keystile.benchmark.service;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.endpoint.CaaEndpoints;
import dev.keystile.caa.service.Authentication;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.caa.service.LoginResult;
import dev.keystile.caa.service.RefreshResult;
import dev.keystile.core.ApiKey;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Endpoint;
import dev.keystile.http.HeaderFields;
import dev.keystile.store.memory.InMemoryCredentialStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A signed request, let through or used for a refresh, by a call of the service and by a request to the endpoint. */
@State(Scope.Benchmark)
public class CaaRequestBenchmark {

    private static final String MD5 = "5f4dcc3b5aa765d61d8327deb882cf99";
    private static final String ACTION = "user:personal-profile";
    private static final String REFRESH = "user:refresh-keys";

    private final Pbkdf2PasswordHasher hasher = Pbkdf2PasswordHasher.weakerThanRecommended(1, RandomBytes.secure());
    private final SomeUsers users = new SomeUsers(Map.of(PasswordForm.MD5_HEX, hasher.hash(Password.md5Hex(MD5))));
    private final CaaKeys keys = CaaKeys.builder(new InMemoryCredentialStore(), users)
            .loginPolicy(LoginPolicy.independent(16))
            .passwordHasher(hasher)
            .build();
    private final CaaEndpoints endpoints = new CaaEndpoints(keys);
    private final Endpoint profile =
            endpoints.protect(ACTION, (request, caller) -> AuthResponse.json(200, Map.of("ok", true)));
    private final Endpoint refreshKeys = endpoints.refreshKeys().endpoint();

    /** The pair that a thread holds. */
    @State(Scope.Thread)
    public static class Holder {

        private CaaSigner signer = CaaSigner.of("A".repeat(43) + "=", "A".repeat(43) + "=");
        private String header = "";

        /** A login, and a header that stays good for the benchmark. */
        @Setup
        public void login(CaaRequestBenchmark benchmark) {
            LoginResult result = benchmark.login();
            signer = signerOf((KeyGrant) result);
            header = signer.sign(ACTION);
        }
    }

    /** Let through, by a call. */
    @Benchmark
    public Authentication authenticateByCall(Holder holder) {
        return keys.authenticate(ACTION, holder.header);
    }

    /** Let through and answered, by a request. */
    @Benchmark
    public AuthResponse authenticateByRequest(Holder holder) {
        return profile.handle(request("GET", "/profile", holder.header));
    }

    /** Signed and refreshed, by a call. */
    @Benchmark
    public RefreshResult refreshByCall(Holder holder) {
        RefreshResult result = keys.refresh(REFRESH, List.of(holder.signer.sign(REFRESH)));
        holder.signer = signerOf((KeyGrant) result);
        return result;
    }

    /** Signed, refreshed and answered, by a request whose answer the client reads. */
    @Benchmark
    public AuthResponse refreshByRequest(Holder holder) {
        AuthResponse answer =
                refreshKeys.handle(request("POST", "/api/user/refresh-keys", holder.signer.sign(REFRESH)));
        String json = new String(answer.body(), StandardCharsets.UTF_8);
        holder.signer = CaaSigner.of(member(json, "apiKey"), member(json, "secretKey"));
        return answer;
    }

    private LoginResult login() {
        return keys.login(users.next().id().value(), MD5);
    }

    private static AuthRequest request(String method, String path, String authorization) {
        return AuthRequest.builder(method, path)
                .headers(HeaderFields.of(
                        Map.of("Host", List.of("shop.example.com"), "Authorization", List.of(authorization))))
                .clientAddress("192.0.2.1")
                .build();
    }

    /** A member of 44 characters. */
    private static String member(String json, String name) {
        int start = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(start, start + ApiKey.TEXT_LENGTH);
    }

    private static CaaSigner signerOf(KeyGrant grant) {
        return CaaSigner.of(grant.pair().apiKey(), grant.pair().secret());
    }
}
