package dev.keystile.example.jdk;

import com.sun.net.httpserver.HttpServer;
import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.endpoint.CaaEndpoints;
import dev.keystile.caa.service.AuthenticatedCaller;
import dev.keystile.caa.service.Authentication;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.Refused;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.http.RouteTable;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The README's Java, between marks; {@link ReadmeTest} holds the page against it and runs it. */
final class ReadmeSnippets {

    private ReadmeSnippets() {}

    static HttpServer mount() throws IOException {
        // [mount]
        PasswordHasher hasher = PasswordHasher.pbkdf2();
        UserAccount demo = new UserAccount(
                new UserId("1"),
                "demo",
                false,
                hasher.hashEveryForm("keystile"),
                UserProfile.of(Map.of("name", "demo")));
        CaaKeys keys = CaaKeys.builder(
                        new InMemoryCredentialStore(), new InMemoryUserDirectory().put(demo, "13800138000"))
                .build();

        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", new JdkHttpAdapter(RouteTable.of(new CaaEndpoints(keys).routes())));
        server.start();
        // [mount]
        return server;
    }

    static String call(CaaKeys keys, @Nullable String authorizationHeader) {
        // [call]
        Authentication result = keys.authenticate("user:personal-profile", authorizationHeader);
        if (result instanceof AuthenticatedCaller caller) {
            return "hello " + caller.userId();
        }
        return switch (((Refused) result).reason()) {
            case MALFORMED -> "400 invalid authorization";
            case UNKNOWN_KEY -> "404 apiKey not found";
            case WRONG_SIGNATURE, OUTSIDE_WINDOW, REPLAYED -> "400 invalid signature";
            case USER_GONE -> "404 user not found";
        };
        // [call]
    }

    static int sign(String apiKey, String secretKey, URI uri) throws IOException, InterruptedException {
        // [sign]
        CaaSigner signer = CaaSigner.of(apiKey, secretKey);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", signer.sign("user:personal-profile"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        response.headers().firstValue("Date").ifPresent(signer::adjustToDate);
        // [sign]
        return response.statusCode();
    }

    static List<String> names() {
        return List.of("mount", "call", "sign");
    }
}
