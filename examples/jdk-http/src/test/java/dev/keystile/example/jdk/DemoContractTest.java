package dev.keystile.example.jdk;

import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;

class DemoContractTest extends ExampleContract {

    @Override
    protected RunningServer start(DemoServices services) throws Exception {
        DemoServer demo = DemoServer.start(services, services, 0);
        return new RunningServer(demo.port(), demo::close);
    }
}
