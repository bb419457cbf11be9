package dev.keystile.example.jdk;

import dev.keystile.example.adapter.Adapter;
import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;

class DemoExampleTest extends ExampleContract {

    @Override
    protected Adapter adapter() {
        return Adapter.JDK_HTTP;
    }

    @Override
    protected RunningServer start(DemoServices services, int port) throws Exception {
        DemoServer demo = DemoServer.start(services, services, port, () -> {});
        return new RunningServer(demo.port(), demo::close);
    }
}
