package dev.keystile.example.vertx;

import dev.keystile.example.adapter.Adapter;
import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;
import io.vertx.core.Vertx;

class VertxExampleTest extends ExampleContract {

    @Override
    protected Adapter adapter() {
        return Adapter.VERTX;
    }

    @Override
    protected RunningServer start(DemoServices services, int port) {
        return VertxExample.start(services.routes(), Vertx.vertx(), port);
    }
}
