package dev.keystile.example.adapter;

import dev.keystile.caa.CaaSigner;
import dev.keystile.example.common.DemoUsers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** The contracts' requests, and what their answers hold. */
final class Contracts {

    private Contracts() {}

    static WireRequest login() {
        return WireRequest.of("POST", "/api/user/login")
                .json("{\"mobile\":\"" + DemoUsers.MOBILE + "\",\"password\":\""
                        + DigestUtils.md5Hex(DemoUsers.PASSWORD) + "\"}");
    }

    static WireRequest refreshKeys(CaaSigner signer) {
        return refreshKeys(signer, new byte[0]);
    }

    static WireRequest refreshKeys(CaaSigner signer, byte[] body) {
        return WireRequest.of("POST", "/api/user/refresh-keys")
                .field("Authorization", signer.sign("user:refresh-keys"))
                .sized(body);
    }

    static WireRequest personal(String... authorization) {
        WireRequest request = WireRequest.of("GET", "/api/user/personal");
        for (String value : authorization) {
            request = request.field("Authorization", value);
        }
        return request;
    }

    static WireRequest personal(CaaSigner signer) {
        return personal(signer.sign("user:personal-profile"));
    }

    static WireRequest tokens() {
        return WireRequest.of("POST", "/tokens")
                .json("{\"login\":\"demo\",\"password\":\"" + DemoUsers.PASSWORD + "\"}");
    }

    static WireRequest exchange(String token) {
        return WireRequest.of("PATCH", "/tokens/" + token);
    }

    static WireRequest bearerLogin() {
        return WireRequest.of("POST", "/user/login")
                .json("{\"Username\":\"demo\",\"Password\":\"" + DemoUsers.PASSWORD + "\"}");
    }

    static WireRequest bearerRefresh(String path, String token) {
        return WireRequest.of("POST", path)
                .field("Authorization", "Bearer " + token)
                .sized(new byte[0]);
    }

    static CaaSigner signerOf(WireAnswer grant) {
        return CaaSigner.of(member("apiKey", grant), member("secretKey", grant));
    }

    /** The string that {@code answer} has under {@code name}, at whatever depth. */
    static String member(String name, WireAnswer answer) {
        Matcher matcher = Pattern.compile('"' + name + "\":\"([^\"]+)\"").matcher(answer.text());
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in an answer with status " + answer.status());
        }
        return matcher.group(1);
    }
}
