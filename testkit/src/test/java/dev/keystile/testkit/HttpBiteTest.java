package dev.keystile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.http.AuthResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The suite catches headers that are forgotten and methods that are taken for others. */
class HttpBiteTest {

    @Test
    void answersThatMayBeStored() throws IOException {
        WrongServer server = WrongServer.that(Tampering.answer(answer -> answer.with("Cache-Control", "private")));
        assertThat(server.failures("login.mobile", "answers."))
                .extracting(result -> result.check().id())
                .containsExactly("answers.no-store");
    }

    @Test
    void aCharsetThatIsLeftOut() throws IOException {
        WrongServer server =
                WrongServer.that(Tampering.answer(answer -> answer.with("Content-Type", "application/json")));
        assertThat(server.failures("login.mobile", "answers."))
                .extracting(result -> result.check().id())
                .containsExactly("answers.content-type");
    }

    @Test
    void aContentTypeWithoutContent() throws IOException {
        WrongServer server = WrongServer.that(Tampering.answer(
                answer -> answer.body().length == 0 ? answer.with("Content-Type", "text/plain") : answer));
        assertThat(server.failures("bearer.refresh.header", "answers."))
                .extracting(result -> result.check().id())
                .containsExactly("answers.content-type.empty");
    }

    @Test
    void headThatIsTakenForGet() throws IOException {
        WrongServer.that(endpoint ->
                        request -> request.method().equals("HEAD") ? AuthResponse.empty(200) : endpoint.handle(request))
                .isCaughtBy("method.head.api.user.login");
    }

    @Test
    void aMethodInOtherWords() throws IOException {
        WrongServer.that(Tampering.text(text -> text.replace("method not allowed", "Method Not Allowed")))
                .isCaughtBy("method.get.api.user.login");
    }

    @Test
    void allowThatIsForgotten() throws IOException {
        WrongServer.that(Tampering.answer(
                        answer -> answer.status() == 405 ? AuthResponse.json(405, Tampering.textOf(answer)) : answer))
                .isCaughtBy("method.options.user.refresh");
    }
}
