package dev.keystile.testkit;

import dev.keystile.caa.CaaSigner;
import dev.keystile.testkit.wire.WireClient;
import dev.keystile.testkit.wire.WireRequest;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** Every operation, asked rightly while something is wrong with the application: what the suite can't bring about from outside. */
final class BrokenOperations {

    private static final WireRequest CAA_LOGIN = WireRequest.of("POST", "/api/user/login")
            .json("{\"mobile\":\"13800138000\",\"password\":\"" + DigestUtils.md5Hex("keystile") + "\"}");
    private static final WireRequest TOKENS_LOGIN =
            WireRequest.of("POST", "/tokens").json("{\"login\":\"demo\",\"password\":\"keystile\"}");
    private static final WireRequest BEARER_LOGIN =
            WireRequest.of("POST", "/user/login").json("{\"Username\":\"demo\",\"Password\":\"keystile\"}");

    private BrokenOperations() {}

    /** Asks for each operation once more, after {@code mishap}, by credentials from before it. */
    static void ask(WireClient client, Runnable mishap) throws IOException {
        String grant = text(client, CAA_LOGIN);
        CaaSigner signer = CaaSigner.of(member("apiKey", grant), member("secretKey", grant));
        String token = member("token", text(client, TOKENS_LOGIN));
        String bearer = "Bearer " + member("bearerToken", text(client, BEARER_LOGIN));
        List<WireRequest> requests = List.of(
                CAA_LOGIN,
                signed("POST", "/api/user/refresh-keys", signer.sign("user:refresh-keys")),
                signed("POST", "/api/my/refresh-token", signer.sign("client:my:refresh-token")),
                signed("DELETE", "/api/user/logout", signer.sign("user:logout")),
                TOKENS_LOGIN,
                signed("PATCH", "/tokens", "Bearer " + token),
                WireRequest.of("PATCH", "/tokens/" + token),
                BEARER_LOGIN,
                signed("POST", "/user/refresh", bearer));
        mishap.run();
        for (WireRequest request : requests) {
            text(client, request);
        }
    }

    private static WireRequest signed(String method, String path, String authorization) {
        return WireRequest.of(method, path)
                .header("Authorization", authorization)
                .body(new byte[0]);
    }

    private static String text(WireClient client, WireRequest request) throws IOException {
        return client.exchange(request).orElseThrow().text();
    }

    private static String member(String name, String json) {
        Matcher member = Pattern.compile('"' + name + "\":\"([^\"]+)\"").matcher(json);
        if (!member.find()) {
            throw new AssertionError("a login's answer has no " + name);
        }
        return member.group(1);
    }
}
