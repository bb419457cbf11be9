package dev.keystile.jwt.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.Answer;
import dev.keystile.jwt.fixture.TestServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CONTRACTS, "For all of them": a wrong method on a known path, HEAD and OPTIONS too, is 405 with {@code Allow}. */
class MethodsTest {

    private static final List<String> METHODS = List.of(
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "patch", "post", "FOO");

    private final TestServer server = TestServer.standard();

    @ParameterizedTest
    @CsvSource({
        "/tokens, 'POST, PATCH'",
        "/tokens/a.b.c, PATCH",
        "/user/login, POST",
        "/user/refresh, POST",
        "/user/refresh/, POST",
        "/me, GET",
        "/user/me, GET"
    })
    void onlyTheContractsMethodsAreAllowed(String path, String allowed) {
        List<String> wrong = METHODS.stream()
                .filter(method -> !List.of(allowed.split(", ")).contains(method))
                .toList();

        assertThat(wrong)
                .allSatisfy(
                        method -> assertThat(server.send(method, path)).isEqualTo(Answer.methodNotAllowed(allowed)));
    }
}
