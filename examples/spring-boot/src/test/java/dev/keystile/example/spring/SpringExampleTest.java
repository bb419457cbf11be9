package dev.keystile.example.spring;

import dev.keystile.example.adapter.Adapter;
import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;

class SpringExampleTest extends ExampleContract {

    @Override
    protected Adapter adapter() {
        return Adapter.SPRING_BOOT;
    }

    @Override
    protected RunningServer start(DemoServices services, int port) {
        return SpringExample.start(services.contracts(), services.keys(), port);
    }
}
