package dev.keystile.caa.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.TestServer;
import dev.keystile.fixture.AdjustableClock;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** What {@code docs/client.md} shows for OkHttp. */
class OkHttpTest {

    // [okhttp]
    /** Signs every request for what {@code actions} says, and sends it again where that helps. */
    record CaaInterceptor(CaaSession session, ActionMapping actions) implements Interceptor {

        @Override
        public Response intercept(Chain chain) throws IOException {
            Request request = chain.request();
            CaaCall call = session.begin(
                    actions.actionOf(request.method(), request.url().uri()));
            Response response = chain.proceed(signed(request, call));
            while (call.isToBeRepeated(answerOf(response))) {
                response.close();
                response = chain.proceed(signed(request, call));
            }
            return response;
        }

        private static Request signed(Request request, CaaCall call) {
            return request.newBuilder()
                    .header("Authorization", call.authorization())
                    .build();
        }

        static CaaAnswer answerOf(Response response) {
            return CaaAnswer.of(
                    response.code(),
                    response.headers()::get,
                    () -> response.peekBody(CaaAnswer.LONGEST_REFUSAL).bytes());
        }
    }

    /** Sends refreshes by a client without the interceptor. */
    static CaaTransport transport(OkHttpClient bare) {
        return (uri, authorization) -> {
            Request refresh = new Request.Builder()
                    .url(uri.toString())
                    .header("Authorization", authorization)
                    .post(RequestBody.create(new byte[0]))
                    .build();
            try (Response response = bare.newCall(refresh).execute()) {
                byte[] body = response.body().bytes();
                return CaaAnswer.of(response.code(), response.headers()::get, () -> body);
            }
        };
    }
    // [okhttp]

    @Test
    void anInterceptorSignsRefreshesAndCorrectsTheClock() throws IOException {
        TestServer contracts = TestServer.standard();
        AdjustableClock device = new AdjustableClock(TestServer.START);
        try (SocketServer server = new SocketServer(contracts)) {
            OkHttpClient bare =
                    new OkHttpClient.Builder().followRedirects(false).build();
            CaaSession session = CaaClient.builder(server.address(), server.login())
                    .clock(device)
                    .session(transport(bare));
            OkHttpClient signing = bare.newBuilder()
                    .addInterceptor(new CaaInterceptor(session, (method, uri) -> TestServer.PERSONAL))
                    .build();
            contracts.clock().advance(Duration.ofDays(3).minusMinutes(30));
            device.advance(Duration.ofDays(3).minusMinutes(50));
            Request personal =
                    new Request.Builder().url(server.personal().toString()).build();

            try (Response response = signing.newCall(personal).execute()) {
                assertThat(response.body().string()).isEqualTo("{\"id\":\"1\"}");
            }
            assertThat(server.seen())
                    .containsExactly(
                            "POST /api/user/refresh-keys", "POST /api/user/refresh-keys", "GET /api/user/personal");
        }
    }
}
