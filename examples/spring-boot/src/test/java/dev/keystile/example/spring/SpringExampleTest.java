package dev.keystile.example.spring;

import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;
import java.util.Map;

class SpringExampleTest extends ExampleContract {

    @Override
    protected RunningServer start(DemoServices services) {
        return SpringExample.start(services.contracts(), services.keys(), 0);
    }

    @Override
    protected Map<String, String> answeredByTheServer() {
        return Map.of("tokens.refresh.twice-encoded", "Jetty refuses %25 in a path with a 400 of its own");
    }
}
