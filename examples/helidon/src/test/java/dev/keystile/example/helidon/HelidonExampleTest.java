package dev.keystile.example.helidon;

import dev.keystile.example.adapter.Adapter;
import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;

class HelidonExampleTest extends ExampleContract {

    @Override
    protected Adapter adapter() {
        return Adapter.HELIDON;
    }

    @Override
    protected RunningServer start(DemoServices services, int port) {
        return HelidonExample.start(services.routes(), port);
    }
}
