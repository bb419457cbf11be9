package dev.keystile.example.servlet;

import dev.keystile.example.adapter.Adapter;
import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;

class ServletExampleTest extends ExampleContract {

    @Override
    protected Adapter adapter() {
        return Adapter.SERVLET;
    }

    @Override
    protected RunningServer start(DemoServices services, int port) throws Exception {
        return ServletExample.start(services, port);
    }
}
