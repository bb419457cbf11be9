package dev.keystile.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.example.adapter.BreakableStore;
import dev.keystile.example.adapter.FastServices;
import dev.keystile.example.common.DemoUsers;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** The controller without a server: a plain object with a service in its constructor. */
class AccountControllerTest {

    private final CaaKeys keys = FastServices.over(new BreakableStore()).keys();
    private final AccountController controller = new AccountController(keys);
    private final CaaSigner signer = login();

    @Test
    void loggingOutEverywhereEndsEveryLogin() {
        assertThat(text(controller.logOutEverywhere(signed("user:logout-everywhere"))))
                .isEqualTo("{\"ended\":1}");
        assertThat(text(controller.personal(signed("user:personal-profile"))))
                .isEqualTo("{\"message\":\"apiKey not found\"}");
    }

    @Test
    void aSignatureForTheProfileLogsNobodyOut() {
        assertThat(text(controller.logOutEverywhere(signed("user:personal-profile"))))
                .isEqualTo("{\"message\":\"invalid signature\"}");
    }

    private CaaSigner login() {
        KeyGrant grant = (KeyGrant) keys.login(DemoUsers.MOBILE, DigestUtils.md5Hex(DemoUsers.PASSWORD));
        return CaaSigner.of(grant.pair().apiKey(), grant.pair().secret());
    }

    private HttpHeaders signed(String action) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.AUTHORIZATION, signer.sign(action));
        return headers;
    }

    private static String text(ResponseEntity<byte[]> entity) {
        byte[] body = entity.getBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
