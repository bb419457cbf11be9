package dev.keystile.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.core.LoginPolicy;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The suite catches what can be wrong with a Caa login. */
class LoginBiteTest {

    private static final String LOGIN = "/api/user/login";

    private static boolean asks(AuthRequest request, String text) {
        return new String(request.body(), UTF_8).contains(text);
    }

    @Test
    void theEchoOfAValue() throws IOException {
        WrongServer.that(endpoint -> request -> {
                    AuthResponse answer = endpoint.handle(request);
                    String echo = new String(request.body(), UTF_8).replaceAll("[^0-9a-z]", "");
                    return answer.status() == 400
                            ? AuthResponse.json(400, "{\"message\":\"no " + echo + "\"}")
                            : answer;
                })
                .isCaughtBy("login.no-echo");
    }

    @Test
    void anUnknownMobileThatIsToldApart() throws IOException {
        WrongServer.that(Tampering.instead(
                        request -> asks(request, "10000000000"),
                        AuthResponse.json(404, "{\"message\":\"user not found\"}")))
                .isCaughtBy("login.alike.mobile");
    }

    @Test
    void aDisabledUserWhoIsToldApartByAHeaderAlone() throws IOException {
        WrongServer.that(endpoint -> request -> {
                    AuthResponse answer = endpoint.handle(request);
                    return asks(request, "13800138001") ? answer.with("X-Disabled", "true") : answer;
                })
                .isCaughtBy("login.alike.disabled");
    }

    @Test
    void aPasswordInTheProfile() throws IOException {
        WrongServer.that(Tampering.textAt(LOGIN, text -> text.replace("\"user\":{", "\"user\":{\"password\":null,")))
                .isCaughtBy("login.grant.no-password");
    }

    @Test
    void membersInAnotherOrder() throws IOException {
        WrongServer.that(Tampering.textAt(
                        LOGIN,
                        text -> text.replaceFirst("(\"apiKey\":\"[^\"]*\"),(\"secretKey\":\"[^\"]*\")", "$2,$1")))
                .isCaughtBy("login.grant");
    }

    @Test
    void aUserIdThatIsANumber() throws IOException {
        WrongServer.that(Tampering.textAt(LOGIN, text -> text.replace("\"userId\":\"1\"", "\"userId\":1")))
                .isCaughtBy("login.grant");
    }

    @Test
    void twoExpiriesThatDiffer() throws IOException {
        WrongServer.that(Tampering.textAt(LOGIN, text -> text.replaceFirst("\"expireIn\":1", "\"expireIn\":2")))
                .isCaughtBy("login.grant.expiries");
    }

    @Test
    void anExpiryInSeconds() throws IOException {
        WrongServer.that(Tampering.textAt(LOGIN, text -> text.replaceAll("(\"expires?In\":[0-9]{10})[0-9]{3}", "$1")))
                .isCaughtBy("login.grant.lifetime");
    }

    @Test
    void anApiKeyWithoutTheUsersTag() throws IOException {
        WrongServer.that(Tampering.textAt(LOGIN, text -> text.replaceFirst("\"apiKey\":\"..", "\"apiKey\":\"//")))
                .isCaughtBy("login.grant.tag");
    }

    @Test
    void aProfileWithoutItsNulls() throws IOException {
        WrongServer.that(Tampering.textAt(LOGIN, text -> text.replace("\"avatar\":null,", "")))
                .isCaughtBy("login.grant.user");
    }

    @Test
    void aNewPairAtEveryLogin() throws IOException {
        WrongServer.setUp(keys -> keys.loginPolicy(LoginPolicy.independent(9))).isCaughtBy("login.reuse");
    }

    @Test
    void aMobileNumberWithoutQuotes() throws IOException {
        WrongServer.that(Tampering.body(text -> text.replaceAll("\"mobile\":([0-9]+)", "\"mobile\":\"$1\"")))
                .isCaughtBy("login.mobile.number");
    }

    @Test
    void aPasswordThatIsTrimmed() throws IOException {
        WrongServer.that(Tampering.body(text -> text.replace(" \"", "\""))).isCaughtBy("login.password.space");
    }

    @Test
    void aByteOrderMarkThatIsSkipped() throws IOException {
        WrongServer.that(Tampering.body(text -> text.replace("\uFEFF", ""))).isCaughtBy("login.body.bom");
    }

    @Test
    void bytesThatAreRepaired() throws IOException {
        WrongServer.that(Tampering.body(text -> text)).isCaughtBy("login.body.overlong");
    }

    @Test
    void aBodyThatIsCutToFit() throws IOException {
        WrongServer.that(Tampering.body(text -> text.substring(0, Math.min(text.length(), AuthRequest.MAX_BODY))))
                .isCaughtBy("login.size.one-too-many");
    }

    @Test
    void aContentTypeThatIsNotLookedAt() throws IOException {
        WrongServer.that(Tampering.header("Content-Type", types -> List.of("application/json")))
                .isCaughtBy("login.content-type.text");
    }
}
