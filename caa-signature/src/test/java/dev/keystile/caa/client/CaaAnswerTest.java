package dev.keystile.caa.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a grant, what is a refusal, and what only looks like one. */
class CaaAnswerTest {

    private static final String API_KEY = "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=";
    private static final String SECRET_KEY = "fz/THFXY6gbW7eWh+qKtefvgY49IR2W4v6lpTNimsd0=";
    private static final String GRANT = "{\"apiKey\":\"" + API_KEY + "\",\"secretKey\":\"" + SECRET_KEY
            + "\",\"userId\":\"7\",\"expireIn\":1494922184252,\"user\":{}}";

    private static CaaAnswer answer(int status, String body) {
        return CaaAnswer.of(status, name -> null, () -> body.getBytes(UTF_8));
    }

    private static CaaAnswer withHeaders(Map<String, String> headers) {
        return CaaAnswer.of(200, headers::get, () -> new byte[0]);
    }

    /** CONTRACTS, "Key grant"; refresh-token sends expireIn alone. */
    @Test
    void aGrantIsAPair() throws IOException {
        ApiKeyPair pair = answer(200, GRANT).grant().orElseThrow();

        assertThat(pair.apiKey().text()).isEqualTo(API_KEY);
        assertThat(pair.secret().reveal()).isEqualTo(SECRET_KEY);
        assertThat(pair.user()).isEqualTo(new UserId("7"));
        assertThat(pair.expiresAt()).isEqualTo(Instant.ofEpochMilli(1_494_922_184_252L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"apiKey\":\"" + API_KEY + "\"}"})
    void halfAGrantIsNone(String body) throws IOException {
        assertThat(answer(200, body).grant()).isEmpty();
    }

    @Test
    void aGrantWithAnotherStatusIsNone() throws IOException {
        assertThat(answer(500, GRANT).grant()).isEmpty();
    }

    @Test
    void anAnswerShowsNoSecret() {
        assertThat(answer(200, GRANT).toString()).isEqualTo("CaaAnswer[200]");
    }

    @Test
    void theTimeIsTakenFromTheContractsRefusalAlone() throws IOException {
        String told = "{\"message\":\"invalid signature\",\"serverTime\":1494908261599}";

        assertThat(answer(400, told).serverTimeOfRefusal()).hasValue(1_494_908_261_599L);
        assertThat(answer(500, told).serverTimeOfRefusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"invalid signature\"}",
                "{\"message\":\"invalid order\",\"serverTime\":1494908261599}",
                "{\"message\":\"invalid signature\",\"serverTime\":\"1494908261599\"}",
                "{\"message\":\"invalid signature\",\"serverTime\":-1}",
                "{\"message\":\"invalid signature\",\"serverTime\":10000000000000}",
                "not JSON"
            })
    void whatOnlyLooksLikeThatRefusalTellsNoTime(String body) throws IOException {
        assertThat(answer(400, body).serverTimeOfRefusal()).isEmpty();
    }

    @Test
    void anApplicationsOwnNotFoundIsNotTheContracts() throws IOException {
        assertThat(answer(404, "{\"message\":\"order not found\"}").saysUnknownKey())
                .isFalse();
    }

    @Test
    void aDateIsRead() {
        assertThat(withHeaders(Map.of("Date", "Sun, 06 Nov 1994 08:49:37 GMT")).date())
                .hasValue(784_111_777_000L);
    }

    @Test
    void aDateThatACacheKeptIsNot() {
        assertThat(withHeaders(Map.of("Date", "Sun, 06 Nov 1994 08:49:37 GMT", "Age", "60"))
                        .date())
                .isEmpty();
    }

    @Test
    void aDateThatIsNoneIsIgnored() {
        assertThat(withHeaders(Map.of("Date", "tomorrow")).date()).isEmpty();
    }
}
