package dev.keystile.example.jaxrs;

import dev.keystile.example.adapter.Adapter;
import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;

class JaxrsExampleTest extends ExampleContract {

    @Override
    protected Adapter adapter() {
        return Adapter.JAXRS;
    }

    @Override
    protected RunningServer start(DemoServices services, int port) throws Exception {
        return JaxrsExample.start(services, port);
    }
}
