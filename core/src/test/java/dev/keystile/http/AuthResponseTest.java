package dev.keystile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AuthResponseTest {

    @Test
    void aJsonResponseSaysSoAndForbidsCaching() {
        AuthResponse response = AuthResponse.json(422, "{\"message\":\"账\"}");

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.headers())
                .hasSize(2)
                .containsEntry("Content-Type", "application/json; charset=utf-8")
                .containsEntry("Cache-Control", "no-store");
        assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"message\":\"账\"}");
    }

    @Test
    void anEmptyResponseHasNoContentType() {
        AuthResponse response = AuthResponse.empty(401);

        assertThat(response.headers()).hasSize(1).containsEntry("Cache-Control", "no-store");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aHeaderFieldIsSetOnceInAnyCase() {
        AuthResponse response = AuthResponse.empty(429).with("Retry-After", "1").with("retry-after", "2");

        assertThat(response.headers()).hasSize(2).containsEntry("Retry-After", "2");
    }

    @Test
    void setHeaderFieldsLeaveTheFormerResponseAlone() {
        AuthResponse former = AuthResponse.empty(401);
        AuthResponse extended = former.with("WWW-Authenticate", "Bearer");

        assertThat(former.headers()).doesNotContainKey("WWW-Authenticate");
        assertThatThrownBy(() -> extended.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void changingTheTakenBodyChangesNothing() {
        AuthResponse response = AuthResponse.json(200, "{}");
        response.body()[0] = 'x';

        assertThat(response.body()).asString().isEqualTo("{}");
    }

    @Test
    void itsTextFormShowsNoCredential() {
        assertThat(AuthResponse.json(200, "\"hidden\"").with("X-Token", "hidden"))
                .hasToString("AuthResponse[200, 8 bytes]");
    }
}
