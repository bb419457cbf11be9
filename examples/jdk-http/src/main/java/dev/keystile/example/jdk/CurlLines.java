package dev.keystile.example.jdk;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.caa.service.LoginResult;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.DemoUsers;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.jwt.service.TokenLoginResult;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Lines to paste into a shell. The demo user is logged in once to compute a header; a login by the first line then returns that
 * same pair, because the default policy is to reuse a live one.
 */
final class CurlLines {

    private CurlLines() {}

    static List<String> of(DemoServices services, int port) {
        String base = "http://127.0.0.1:" + port;
        String md5 = DigestUtils.md5Hex(DemoUsers.PASSWORD);
        String refresh = "curl -i -X POST " + base + "/api/user/refresh-keys -H 'Authorization: "
                + signed(services.keys().login(DemoUsers.MOBILE, md5)) + "'";
        String exchange = "curl -i -X PATCH " + base + "/tokens -H 'Authorization: Bearer "
                + token(services.tokens().login(DemoUsers.MOBILE, DemoUsers.PASSWORD)) + "'";
        return List.of(
                "# log in: a key pair",
                post(
                        base + "/api/user/login",
                        "{\"mobile\":\"" + DemoUsers.MOBILE + "\",\"password\":\"" + md5 + "\"}"),
                "# refresh it: the pair dies, a new one lives (signed for the next five minutes)",
                refresh,
                "# the old pair again: 404 apiKey not found",
                refresh,
                "# log in: a token",
                post(base + "/tokens", "{\"login\":\"demo\",\"password\":\"" + DemoUsers.PASSWORD + "\"}"),
                "# exchange a token, and once more: 201, then 401",
                exchange,
                exchange);
    }

    private static String post(String url, String json) {
        return "curl -i -X POST " + url + " -H 'Content-Type: application/json' -d '" + json + "'";
    }

    private static String signed(LoginResult login) {
        if (login instanceof KeyGrant grant) {
            return CaaSigner.of(grant.pair().apiKey(), grant.pair().secret()).sign("user:refresh-keys");
        }
        throw new IllegalStateException("The demo user could not log in: " + login);
    }

    private static String token(TokenLoginResult login) {
        if (login instanceof TokenGrant grant) {
            return grant.reveal();
        }
        throw new IllegalStateException("The demo user could not log in: " + login);
    }
}
