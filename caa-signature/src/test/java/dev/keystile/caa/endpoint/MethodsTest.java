package dev.keystile.caa.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.TestServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contracts, "For all of them": a wrong method on a known path, HEAD and OPTIONS too, is 405 with {@code Allow}. */
class MethodsTest {

    private final TestServer server = TestServer.standard();

    @ParameterizedTest
    @CsvSource({
        "/api/user/login, POST",
        "/api/user/refresh-keys, POST",
        "/api/my/refresh-token, POST",
        "/api/user/logout, DELETE",
        "/api/user/personal, GET"
    })
    void onlyTheContractsMethodIsAllowed(String path, String allowed) {
        for (String method :
                List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "post", "FOO")) {
            if (!method.equals(allowed)) {
                assertThat(server.send(method, path, List.of())).isEqualTo(Answer.methodNotAllowed(allowed));
            }
        }
    }
}
