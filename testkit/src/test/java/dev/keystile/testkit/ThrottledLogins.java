package dev.keystile.testkit;

import dev.keystile.testkit.wire.WireClient;
import dev.keystile.testkit.wire.WireRequest;
import java.io.IOException;
import java.util.List;

/** Wrong logins of each kind, until a throttle holds them back. */
final class ThrottledLogins {

    private static final int TOO_MANY_REQUESTS = 429;

    /** Seven are enough, but on a machine that is busy the first wait may be over before the next attempt. */
    private static final int MOST_ATTEMPTS = 40;

    private static final List<WireRequest> LOGINS = List.of(
            WireRequest.of("POST", "/api/user/login")
                    .json("{\"mobile\":\"13800138000\",\"password\":\"" + "0".repeat(32) + "\"}"),
            WireRequest.of("POST", "/tokens").json("{\"login\":\"demo\",\"password\":\"wrong\"}"),
            WireRequest.of("POST", "/user/login").json("{\"Username\":\"demo\",\"Password\":\"wrong\"}"));

    private ThrottledLogins() {}

    static void ask(WireClient client) throws IOException {
        for (WireRequest login : LOGINS) {
            untilHeldBack(client, login);
        }
    }

    private static void untilHeldBack(WireClient client, WireRequest login) throws IOException {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (client.exchange(login).orElseThrow().status() == TOO_MANY_REQUESTS) {
                return;
            }
        }
        throw new AssertionError("nobody was held back after " + MOST_ATTEMPTS + " wrong logins");
    }
}
