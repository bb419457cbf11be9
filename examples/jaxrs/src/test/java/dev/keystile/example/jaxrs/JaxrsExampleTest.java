package dev.keystile.example.jaxrs;

import dev.keystile.example.adapter.ExampleContract;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;
import java.util.Map;

class JaxrsExampleTest extends ExampleContract {

    @Override
    protected RunningServer start(DemoServices services) throws Exception {
        return JaxrsExample.start(services, 0);
    }

    @Override
    protected Map<String, String> answeredByTheServer() {
        return Map.of("tokens.refresh.twice-encoded", "the server refuses %25 in a path with a 400 of its own");
    }
}
