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
    protected RunningServer start(DemoServices services) throws Exception {
        DemoServer demo = DemoServer.start(services, services, 0, () -> {});
        return new RunningServer(demo.port(), demo::close);
    }
}
