package dev.keystile.caa.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The contracts, "Key grant": every byte of it. The random bytes are 0, 1, 2, …; the first two of each api key are those of
 * SHA-256("1").
 */
class GrantBytesTest {

    private static final String USER =
            "\"user\":{\"_id\":\"1\",\"name\":\"Demo \\\"D\\\" 演示\",\"avatarUrl\":null,\"gender\":1,"
                    + "\"registerAt\":1494835705990,\"score\":0.10,\"serial\":18446744073709551616,\"vip\":true,"
                    + "\"thirdParty\":{\"weixin\":{\"openid\":\"o1\",\"unionid\":null}},\"tags\":[\"a\",2,null]}";
    private static final String FIRST_KEY = "a4YAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0=";
    private static final String FIRST_SECRET = "Hh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0=";

    private final AtomicInteger drawn = new AtomicInteger();
    private final TestServer server = TestServer.over(users(), settings -> settings.random(this::ascending));

    @Test
    void aLoginGrantsBothNamesOfTheExpiry() {
        assertThat(server.postLogin(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5))
                .isEqualTo(Answer.json(
                        200,
                        "{\"apiKey\":\"" + FIRST_KEY + "\",\"secretKey\":\"" + FIRST_SECRET
                                + "\",\"userId\":\"1\",\"expiresIn\":1700259200000,\"expireIn\":1700259200000," + USER
                                + "}"));
    }

    @Test
    void aRefreshOfTheKeysGrantsBothNamesOfTheExpiry() {
        Answer answer = server.refreshKeys(loginAndWaitAMillisecond());

        assertThat(answer).isEqualTo(grantOf(answer, "\"expiresIn\":1700259200001,\"expireIn\":1700259200001"));
    }

    @Test
    void aRefreshOfTheTokenGrantsExpireInAlone() {
        Answer answer = server.refreshToken(loginAndWaitAMillisecond());

        assertThat(answer).isEqualTo(grantOf(answer, "\"expireIn\":1700259200001"));
    }

    @Test
    void theNewKeyBeginsWithTheSameTagAndIsNewOtherwise() {
        Client before = loginAndWaitAMillisecond();
        Client after = server.granted(server.refreshKeys(before));

        assertThat(after.apiKey())
                .startsWith("a4")
                .isNotEqualTo(before.apiKey())
                .hasSize(44);
        assertThat(after.secretKey()).isNotEqualTo(before.secretKey()).hasSize(44);
    }

    @Test
    void aLogoutAnswersOk() {
        assertThat(server.logout(server.login())).isEqualTo(Answer.json(200, "{\"message\":\"ok\"}"));
    }

    private Client loginAndWaitAMillisecond() {
        Client client = server.login();
        server.clock().setMillis(TestServer.START + 1);
        return client;
    }

    /** Keys are known from {@code answer}; every other byte is the contract's. */
    private static Answer grantOf(Answer answer, String expiry) {
        return Answer.json(
                200,
                "{\"apiKey\":\"" + answer.json().text("apiKey") + "\",\"secretKey\":\""
                        + answer.json().text("secretKey") + "\",\"userId\":\"1\"," + expiry + "," + USER + "}");
    }

    private byte[] ascending(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) drawn.getAndIncrement();
        }
        return bytes;
    }

    private static InMemoryUserDirectory users() {
        UserAccount account = new UserAccount(
                TestUsers.DEMO,
                "demo",
                false,
                Map.of(PasswordForm.MD5_HEX, TestUsers.hash()),
                UserProfile.of(profile()));
        return new InMemoryUserDirectory().put(account, TestUsers.DEMO_MOBILE);
    }

    /** What an application's user row may look like, a password in it and below it. */
    private static Map<String, @Nullable Object> profile() {
        Map<String, @Nullable Object> weixin = new LinkedHashMap<>();
        weixin.put("openid", "o1");
        weixin.put("password", "nested");
        weixin.put("unionid", null);
        Map<String, @Nullable Object> profile = new LinkedHashMap<>();
        profile.put("_id", "1");
        profile.put("name", "Demo \"D\" 演示");
        profile.put("password", TestUsers.PASSWORD_MD5);
        profile.put("avatarUrl", null);
        profile.put("gender", 1);
        profile.put("registerAt", 1494835705990L);
        profile.put("score", new BigDecimal("0.10"));
        profile.put("serial", BigInteger.TWO.pow(64));
        profile.put("vip", true);
        profile.put("thirdParty", Map.of("weixin", weixin));
        profile.put("tags", Arrays.asList("a", 2, null));
        return profile;
    }
}
