package dev.keystile.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The suite catches what can be wrong with the JWT dialects. */
class TokenBiteTest {

    private static boolean asks(AuthRequest request, String text) {
        return new String(request.body(), UTF_8).contains(text);
    }

    private static boolean hasAudience(AuthRequest request) {
        return request.headers().all("Authorization").stream()
                .map(value -> value.replaceAll("^Bearer [^.]*\\.|\\.[^.]*$", ""))
                .anyMatch(payload -> new String(Base64.getUrlDecoder().decode(payload), UTF_8).contains("\"aud\""));
    }

    @Test
    void lifetimesInSeconds() throws IOException {
        WrongServer.that(Tampering.textAt("/tokens", text -> text.replace("\"ttl\":20160", "\"ttl\":1209600")))
                .isCaughtBy("tokens.login.grant");
    }

    @Test
    void aMessageThatIsNoList() throws IOException {
        WrongServer.that(Tampering.text(text -> text.replaceAll("\\[(\"[^\"]*\")\\]", "$1")))
                .isCaughtBy("tokens.login.wrong-password");
    }

    @Test
    void aDisabledUserWhoIsToldSoWhateverThePassword() throws IOException {
        WrongServer.that(Tampering.instead(
                        request -> asks(request, "banned"),
                        AuthResponse.json(403, "{\"message\":[\"账号已被禁用，请联系管理员\"]}")))
                .isCaughtBy("tokens.login.disabled-wrong");
    }

    @Test
    void aRefusalWithoutAChallenge() throws IOException {
        WrongServer.that(Tampering.answer(
                        answer -> answer.status() == 401 ? AuthResponse.json(401, Tampering.textOf(answer)) : answer))
                .isCaughtBy("tokens.refresh.tampered.text");
    }

    @Test
    void twoWinners() throws IOException {
        WrongServer.that(Tampering.lastSuccessAgain("/tokens/")).isCaughtBy("tokens.refresh.race");
    }

    @Test
    void twoWinnersOfTheBearerDialect() throws IOException {
        WrongServer.that(Tampering.lastSuccessAgain("/user/refresh")).isCaughtBy("bearer.refresh.race");
    }

    @Test
    void aTokenOfTheOtherKind() throws IOException {
        WrongServer.that(Tampering.instead(
                        request -> request.path().equals("/user/refresh") && !hasAudience(request),
                        AuthResponse.json(200, "\"x.y.z\"")))
                .isCaughtBy("bearer.refresh.other-kind");
    }

    @Test
    void theFirstOfTwoHeadersPicked() throws IOException {
        WrongServer.that(Tampering.header("Authorization", values -> values.subList(0, Math.min(1, values.size()))))
                .isCaughtBy("bearer.refresh.header.twice");
    }

    @Test
    void aPathThatIsDecodedTwice() throws IOException {
        WrongServer.that(Tampering.token(token -> URLDecoder.decode(token, UTF_8)))
                .isCaughtBy("tokens.refresh.twice-encoded");
    }

    @Test
    void anEmptyRefusalWithABody() throws IOException {
        WrongServer.that(Tampering.answer(answer -> answer.status() == 401 && answer.body().length == 0
                        ? Tampering.withText(answer, "{}")
                        : answer))
                .isCaughtBy("bearer.refresh.header.missing");
    }
}
