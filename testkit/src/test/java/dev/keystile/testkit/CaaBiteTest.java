package dev.keystile.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.keystile.caa.CaaVerifier;
import dev.keystile.http.AuthResponse;
import dev.keystile.store.memory.InMemoryReplayGuard;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The suite catches what can be wrong with signatures, refreshes and logouts. */
class CaaBiteTest {

    private static WrongServer readingItsHeader(UnaryOperator<String> laxity) {
        return WrongServer.that(Tampering.header(
                "Authorization", values -> values.stream().map(laxity).toList()));
    }

    private static String reencoded(String header) {
        try {
            byte[] inner = Base64.getMimeDecoder().decode(header.substring("Caa ".length()));
            return "Caa " + Base64.getEncoder().encodeToString(inner);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException noBase64) {
            return header;
        }
    }

    private static String inner(String header, UnaryOperator<String> laxity) {
        try {
            String inner = new String(Base64.getDecoder().decode(header.substring("Caa ".length())), ISO_8859_1);
            return "Caa "
                    + Base64.getEncoder().encodeToString(laxity.apply(inner).getBytes(ISO_8859_1));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException noBase64) {
            return header;
        }
    }

    @Test
    void theFirstOfTwoHeadersPicked() throws IOException {
        WrongServer.that(Tampering.header("Authorization", values -> values.subList(0, Math.min(1, values.size()))))
                .isCaughtBy("caa.header.before-bearer");
    }

    @Test
    void theLastOfTwoHeadersPicked() throws IOException {
        WrongServer.that(Tampering.header(
                        "Authorization", values -> values.subList(Math.max(0, values.size() - 1), values.size())))
                .isCaughtBy("caa.header.behind-bearer");
    }

    @Test
    void spacesThatAreSkipped() throws IOException {
        readingItsHeader(value -> value.replaceFirst("^Caa +", "Caa ")).isCaughtBy("caa.header.two-spaces");
    }

    @Test
    void base64ThatIsDecodedLeniently() throws IOException {
        readingItsHeader(CaaBiteTest::reencoded).isCaughtBy("caa.header.spare-bits");
    }

    @Test
    void aKeyThatIsTrimmed() throws IOException {
        readingItsHeader(value -> inner(value, text -> text.replace(" :", ":"))).isCaughtBy("caa.header.key-space");
    }

    @Test
    void aTimestampWhosePlusIsSkipped() throws IOException {
        readingItsHeader(value -> inner(value, text -> text.replaceFirst(" \\+", " ")))
                .isCaughtBy("caa.timestamp.plus");
    }

    @Test
    void aServerTimeThatIsLeftOut() throws IOException {
        WrongServer.that(Tampering.text(text -> text.replaceFirst(",\"serverTime\":[0-9]+", "")))
                .isCaughtBy("caa.timestamp.too-old");
    }

    @Test
    void aServerTimeForEverybody() throws IOException {
        WrongServer.that(Tampering.text(text -> text.equals("{\"message\":\"invalid signature\"}")
                        ? "{\"message\":\"invalid signature\",\"serverTime\":1700000000000}"
                        : text))
                .isCaughtBy("caa.order.signature-before-window");
    }

    @Test
    void aWindowThatIsTooWide() throws IOException {
        WrongServer.setUp(keys -> keys.verifier(CaaVerifier.standard().within(Duration.ofHours(1))))
                .isCaughtBy("caa.timestamp.too-far-ahead");
    }

    @Test
    void aWindowThatIsTooNarrow() throws IOException {
        WrongServer.setUp(keys -> keys.verifier(CaaVerifier.standard().within(Duration.ofMinutes(1))))
                .isCaughtBy("caa.timestamp.old");
    }

    @Test
    void aLegacyDigestThatIsOn() throws IOException {
        WrongServer.setUp(keys -> keys.verifier(CaaVerifier.standard().alsoAcceptingLegacyDigest()))
                .isCaughtBy("caa.algorithm.sha1-digest.off");
    }

    @Test
    void aReplayGuardThatIsOn() throws IOException {
        WrongServer.setUp(keys -> keys.replayGuard(new InMemoryReplayGuard())).isCaughtBy("caa.replay.off");
    }

    @Test
    void twoWinners() throws IOException {
        WrongServer.that(Tampering.lastSuccessAgain("/api/user/refresh-keys")).isCaughtBy("refresh-keys.race");
    }

    @Test
    void aSpentPairThatLives() throws IOException {
        WrongServer.that(Tampering.lastSuccessAgain("/api/my/refresh-token"))
                .isCaughtBy("refresh-token.spent.at-refresh");
    }

    @Test
    void aGrantWithoutItsMembers() throws IOException {
        WrongServer.that(Tampering.instead(
                        request -> request.path().endsWith("refresh-keys"),
                        AuthResponse.json(200, "{\"apiKey\":\"x\"}")))
                .isCaughtBy("refresh-keys.grant");
    }

    @Test
    void anExpiryByANameThatIsNotItsOwn() throws IOException {
        WrongServer.that(Tampering.textAt(
                        "/api/my/refresh-token", text -> text.replace("\"expireIn\"", "\"expiresIn\"")))
                .isCaughtBy("refresh-token.grant");
    }

    @Test
    void aRefreshThatMindsItsContentType() throws IOException {
        WrongServer.that(endpoint -> request -> request.path().endsWith("refresh-keys")
                                && request.headers().single("Content-Type").isPresent()
                        ? AuthResponse.json(400, "{\"message\":\"invalid body\"}")
                        : endpoint.handle(request))
                .isCaughtBy("refresh-keys.ignores.multipart");
    }

    @Test
    void aLogoutThatDoesNothing() throws IOException {
        WrongServer.that(Tampering.instead(
                        request -> request.path().endsWith("logout"), AuthResponse.json(200, "{\"message\":\"ok\"}")))
                .isCaughtBy("logout.then.protected");
    }

    @Test
    void anActionThatIsNotBound() throws IOException {
        WrongServer.that(Tampering.instead(
                        request -> request.path().endsWith("personal")
                                && request.headers().single("Authorization").isPresent(),
                        AuthResponse.json(200, "{}")))
                .isCaughtBy("protected.other-action");
    }

    @Test
    void aDisabledUserInOtherWords() throws IOException {
        WrongServer.that(Tampering.text(text -> text.replace("user not found", "ok")))
                .isCaughtBy("caa.user.disabled");
    }
}
