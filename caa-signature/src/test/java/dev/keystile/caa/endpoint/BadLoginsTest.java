package dev.keystile.caa.endpoint;

import static dev.keystile.caa.fixture.Answer.INVALID_BODY;
import static dev.keystile.caa.fixture.Answer.INVALID_MOBILE;
import static dev.keystile.caa.fixture.Answer.INVALID_PASSWORD;
import static dev.keystile.caa.fixture.Answer.WRONG_MOBILE_OR_PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.JsonTree;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.UserId;
import dev.keystile.fixture.RecordingHasher;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.HeaderFields;
import dev.keystile.store.memory.InMemoryUserDirectory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every vector of the surface {@code login}: what the contract answers, to the byte, and how much hashing it costs. The user of
 * the vectors has the mobile number 13800000000.
 */
class BadLoginsTest {

    private static final String MOBILE = "13800000000";
    private static final String JSON = "application/json";
    private static final String DEEP = "{\"a\":".repeat(100_000);

    private static final Map<String, Answer> EXPECTED = Map.ofEntries(
            Map.entry("L01", INVALID_MOBILE),
            Map.entry("L02", INVALID_BODY),
            Map.entry("L04", INVALID_MOBILE),
            Map.entry("L05", INVALID_MOBILE),
            Map.entry("L07", INVALID_MOBILE),
            Map.entry("L08", INVALID_MOBILE),
            Map.entry("L10", INVALID_PASSWORD),
            Map.entry("L11", WRONG_MOBILE_OR_PASSWORD),
            Map.entry("L13", INVALID_PASSWORD),
            Map.entry("L14", INVALID_PASSWORD),
            Map.entry("L16", INVALID_PASSWORD),
            Map.entry("L17", INVALID_PASSWORD),
            Map.entry("L19", INVALID_PASSWORD),
            Map.entry("L20", INVALID_PASSWORD),
            Map.entry("L22", INVALID_MOBILE),
            Map.entry("L23", INVALID_MOBILE),
            Map.entry("L26", INVALID_BODY),
            Map.entry("L28", INVALID_BODY),
            Map.entry("L29", INVALID_BODY),
            Map.entry("L31", INVALID_BODY),
            Map.entry("L32", INVALID_BODY));

    private final RecordingHasher hasher = new RecordingHasher(TestUsers.hasher());
    private final InMemoryUserDirectory users =
            TestUsers.directory().put(TestUsers.account(new UserId("5"), "vector", false, TestUsers.hash()), MOBILE);
    private final TestServer server = TestServer.over(users, settings -> settings.passwordHasher(hasher));

    @TestFactory
    Stream<DynamicTest> everyVectorIsAnsweredAsTheContractSays() {
        return vectors()
                .filter(vector -> EXPECTED.containsKey(vector.text("id")))
                .map(vector -> DynamicTest.dynamicTest(vector.text("id") + ": " + vector.text("desc"), () -> {
                    Answer expected = EXPECTED.get(vector.text("id"));
                    assertThat(server.send(request(vector))).isEqualTo(expected);
                    assertThat(hasher.drain()).hasSize(WRONG_MOBILE_OR_PASSWORD.equals(expected) ? 1 : 0);
                }));
    }

    /** The contracts, "Login": members that the contract doesn't name are ignored. The vector would have them refused. */
    @Test
    void l25ExtraMembersAreIgnored() {
        Answer answer = server.send(request(vector("L25")));

        assertThat(answer.isOk()).isTrue();
        assertThat(answer.json().text("apiKey")).isNotEqualTo("x");
        assertThat(answer.body()).doesNotContain("roles");
    }

    @Test
    void l34AnUnknownMobileAndAWrongPasswordAreAnsweredAlike() {
        assertThat(server.postLogin(TestUsers.UNKNOWN_MOBILE, TestUsers.PASSWORD_MD5))
                .isEqualTo(server.postLogin(MOBILE, TestUsers.WRONG_MD5))
                .isEqualTo(WRONG_MOBILE_OR_PASSWORD);
    }

    /** L35 says "policy": throttling is not on here, and nobody is locked out by somebody else's attempts. */
    @Test
    void l35AHundredWrongPasswordsDoNotLockTheOwnerOut() {
        for (int attempt = 0; attempt < 100; attempt++) {
            assertThat(server.postLogin(MOBILE, TestUsers.WRONG_MD5)).isEqualTo(WRONG_MOBILE_OR_PASSWORD);
        }

        assertThat(server.postLogin(MOBILE, TestUsers.PASSWORD_MD5).isOk()).isTrue();
    }

    @Test
    void noVectorIsMissing() {
        assertThat(vectors().map(vector -> vector.text("id")).filter(id -> !EXPECTED.containsKey(id)))
                .containsExactly("L25", "L34", "L35");
    }

    private AuthRequest request(JsonTree vector) {
        return switch (vector.text("id")) {
            case "L28" -> login(JSON, DEEP.getBytes(UTF_8));
            case "L29" -> login("application/x-www-form-urlencoded", body(vector));
            case "L31" -> login("text/plain", valid().getBytes(UTF_8));
            case "L32" -> login("application/json; charset=utf-16", valid().getBytes(UTF_16));
            default -> login(JSON, body(vector));
        };
    }

    private static byte[] body(JsonTree vector) {
        return vector.text("input")
                .replace("<md5>", TestUsers.PASSWORD_MD5)
                .replace("<33 hex>", TestUsers.PASSWORD_MD5 + "0")
                .replace("g*32", "g".repeat(32))
                .replace("A*1MiB", "A".repeat(1024 * 1024))
                .replace("<plain text>", TestUsers.PASSWORD)
                .replace("<stored hash>", TestUsers.hash().phc())
                .replace("arabic-indic digits", "١٣٨٠٠٠٠٠٠٠٠")
                .getBytes(UTF_8);
    }

    private static String valid() {
        return "{\"mobile\":\"" + MOBILE + "\",\"password\":\"" + TestUsers.PASSWORD_MD5 + "\"}";
    }

    private static AuthRequest login(String contentType, byte[] body) {
        return AuthRequest.builder("POST", "/api/user/login")
                .headers(HeaderFields.of(Map.of("Content-Type", List.of(contentType))))
                .body(body)
                .build();
    }

    private static JsonTree vector(String id) {
        return vectors()
                .filter(vector -> vector.text("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonTree> vectors() {
        return JsonTree.resource("/vectors/bad-inputs.json")
                .each("vectors")
                .filter(vector -> vector.text("surface").equals("login"));
    }
}
