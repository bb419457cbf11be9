package dev.keystile.example.vertx;

import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;
import io.vertx.core.Vertx;
import java.util.Map;

class VertxExampleTest extends ExampleContract {

    @Override
    protected RunningServer start(DemoServices services) {
        return VertxExample.start(services.routes(), Vertx.vertx(), 0);
    }

    @Override
    protected Map<String, String> answeredByTheServer() {
        return Map.of(
                "framing.login.coding.unknown",
                "Netty passes over a transfer coding that it does not know, and goes by the Content-Length",
                "framing.tokens.login.coding.unknown",
                "Netty passes over a transfer coding that it does not know, and goes by the Content-Length",
                "framing.bearer.login.coding.unknown",
                "Netty passes over a transfer coding that it does not know, and goes by the Content-Length");
    }
}
