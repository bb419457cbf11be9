package dev.keystile.caa.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.HeaderTemplate;
import dev.keystile.caa.fixture.JsonTree;
import dev.keystile.caa.fixture.SignedEndpoint;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.codec.CanonicalBase64;
import dev.keystile.core.UserId;
import dev.keystile.fixture.IssuedSecrets;
import dev.keystile.store.memory.InMemoryUserDirectory;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * One vector of {@code bad-inputs.json}, sent to a server of its own. Signatures are HMAC-SHA256, because a header with 32 bytes
 * of signature is padded, and so has the spare bits that some vectors are about. They are made here, not by our signer, because
 * some are over texts that it refuses to sign.
 */
final class HeaderVector {

    /** With the keys that this seed draws, there is a {@code +} or a {@code /} to replace, and a letter to accent. */
    private static final long SEED = 20_231_114;

    private static final String LEAVER_MOBILE = "13800138004";
    private static final String PROXY = "PROXY:";
    private static final String SIGNED_FOR_NOW = " with signature for {now}";

    private final JsonTree vector;
    private final SignedEndpoint endpoint;
    private final TestServer server;
    private final Client live;
    private final HeaderTemplate template;

    HeaderVector(JsonTree vector, SignedEndpoint endpoint) {
        UserId leaver = new UserId("4");
        InMemoryUserDirectory users =
                TestUsers.directory().put(TestUsers.account(leaver, "leaver", false, TestUsers.hash()), LEAVER_MOBILE);
        Random random = new Random(SEED);
        this.vector = vector;
        this.endpoint = endpoint;
        this.server = TestServer.over(users, settings -> settings.random(length -> next(random, length)));
        this.live = server.login();
        Client rotated = server.login(TestUsers.OTHER_MOBILE);
        Client other = server.granted(server.refreshKeys(rotated));
        Client deleted = server.login(LEAVER_MOBILE);
        users.remove(leaver);
        String now = Long.toString(TestServer.START);
        this.template = new HeaderTemplate(Map.of(
                        "now", now,
                        "ak", live.apiKey(),
                        "sig", sign(live, now),
                        "sig2", sign(other, now),
                        "akOld", rotated.apiKey(),
                        "sigOld", sign(rotated, now),
                        "akDeleted", deleted.apiKey(),
                        "sigDeleted", sign(deleted, now)))
                .function("hmacBy", key -> sign(live.apiKey(), key, now));
    }

    /** Every request that the vector stands for gets {@code refusal}, and the pair is as it was. */
    void assertRefused(Answer refusal) {
        requests().forEach(headers -> {
            assertThat(send(headers)).isEqualTo(refusal);
            assertThat(server.personal(live)).isEqualTo(TestServer.personalOfDemo());
        });
        assertThat(server.refreshKeys(live).isOk()).isTrue();
    }

    void assertAccepted() {
        requests().forEach(headers -> assertThat(send(headers).isOk()).isTrue());
    }

    private Answer send(List<String> headers) {
        return headers.size() == 1 && headers.get(0).startsWith(PROXY)
                ? endpoint.send(
                        server, "Proxy-Authorization", List.of(headers.get(0).substring(PROXY.length())))
                : endpoint.send(server, headers);
    }

    /** The requests, each as its {@code Authorization} headers. */
    private Stream<List<String>> requests() {
        return switch (vector.text("surface")) {
            case "http-header" ->
                Stream.of(vector.list("input").stream()
                        .map(value -> template.write((String) value))
                        .toList());
            case "caa" -> everyPosition(vector.text("input")).map(input -> List.of(template.write(input)));
            default -> Stream.of(List.of(withTimestamp(vector.text("input"))));
        };
    }

    /** A template that says {@code i} stands for one request for each bit of a signature. */
    private static Stream<String> everyPosition(String input) {
        return input.contains(",i)")
                ? IntStream.range(0, 256).mapToObj(bit -> input.replace(",i)", "," + bit + ")"))
                : Stream.of(input);
    }

    /** A header whose signature is right for whatever stands there for a timestamp, unless the vector says otherwise. */
    private String withTimestamp(String input) {
        String timestamp = template.write(input.replace(SIGNED_FOR_NOW, ""));
        String signed = input.endsWith(SIGNED_FOR_NOW) ? template.write("{now}") : timestamp;
        String inner = live.apiKey() + ":" + sign(live, signed) + " " + timestamp;
        return template.write("Caa b64(" + inner + ")");
    }

    private String sign(Client client, String timestamp) {
        return sign(client.apiKey(), client.secretKey(), timestamp);
    }

    private String sign(String apiKey, String key, String timestamp) {
        String text = "?action=" + endpoint.action() + "&apiKey=" + apiKey + "&timestamp=" + timestamp;
        byte[] signature = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(text);
        return CanonicalBase64.encode(IssuedSecrets.ofTheSuite().note(signature));
    }

    private static byte[] next(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
