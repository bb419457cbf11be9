package dev.keystile.example.jaxrs;

import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;

class JaxrsExampleTest extends ExampleContract {

    @Override
    protected RunningServer start(DemoServices services) throws Exception {
        return JaxrsExample.start(services, 0);
    }
}
