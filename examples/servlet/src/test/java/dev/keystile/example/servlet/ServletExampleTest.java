package dev.keystile.example.servlet;

import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;
import java.util.Map;

class ServletExampleTest extends ExampleContract {

    @Override
    protected RunningServer start(DemoServices services) throws Exception {
        return ServletExample.start(services, 0);
    }

    @Override
    protected Map<String, String> answeredByTheServer() {
        return Map.of("tokens.refresh.twice-encoded", "Jetty refuses %25 in a path with a 400 of its own");
    }
}
