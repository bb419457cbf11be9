package dev.keystile.benchmark.service;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.endpoint.CaaEndpoints;
import dev.keystile.caa.service.Authentication;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.caa.service.LoginResult;
import dev.keystile.caa.service.RefreshResult;
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

    private final Pbkdf2PasswordHasher hasher = Pbkdf2PasswordHasher.weakerThanRecommended(1, RandomBytes.secure());
    private final CaaKeys keys = CaaKeys.builder(
                    new InMemoryCredentialStore(),
                    new OneUser(Map.of(PasswordForm.MD5_HEX, hasher.hash(Password.md5Hex(MD5)))))
            .loginPolicy(LoginPolicy.independent(16))
            .passwordHasher(hasher)
            .build();
    private final Endpoint profile =
            new CaaEndpoints(keys).protect(ACTION, (request, caller) -> AuthResponse.json(200, Map.of("ok", true)));

    /** The pair that a thread holds. */
    @State(Scope.Thread)
    public static class Holder {

        private CaaSigner signer = CaaSigner.of("A".repeat(43) + "=", "A".repeat(43) + "=");
        private String header = "";

        /** A login, and a header that stays good for the benchmark. */
        @Setup
        public void login(CaaRequestBenchmark benchmark) {
            LoginResult result = benchmark.keys.login("13800138000", MD5);
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
        return profile.handle(AuthRequest.builder("GET", "/profile")
                .headers(HeaderFields.of(
                        Map.of("Host", List.of("shop.example.com"), "Authorization", List.of(holder.header))))
                .clientAddress("192.0.2.1")
                .build());
    }

    /** Signed and refreshed. */
    @Benchmark
    public RefreshResult refresh(Holder holder) {
        RefreshResult result = keys.refresh("user:refresh-keys", List.of(holder.signer.sign("user:refresh-keys")));
        holder.signer = signerOf((KeyGrant) result);
        return result;
    }

    private static CaaSigner signerOf(KeyGrant grant) {
        return CaaSigner.of(grant.pair().apiKey(), grant.pair().secret());
    }
}
