package dev.keystile.example.spring;

import dev.keystile.caa.service.CaaKeys;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.ExampleLauncher;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RouteTable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts {@link KeystileApplication} with the demo's services. */
public final class SpringExample {

    private SpringExample() {}

    /** Takes no arguments; {@link DemoSettings} come from system properties. */
    public static void main(String[] args) throws Exception {
        ExampleLauncher.launch(SpringExample::start);
    }

    private static void start(DemoSettings settings) {
        DemoServices services = DemoServices.of(settings);
        start(services.contracts(), services.keys(), settings.port()).announce("Spring Boot");
    }

    /** Starts the application with these two beans. */
    static RunningServer start(RouteTable contracts, CaaKeys keys, int port) {
        SpringApplication application = new SpringApplication(KeystileApplication.class);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("contractRoutes", contracts);
            context.getBeanFactory().registerSingleton("keys", keys);
        });
        ConfigurableApplicationContext running = application.run("--server.port=" + port);
        return new RunningServer(portOf(running), running::close);
    }

    private static int portOf(ConfigurableApplicationContext running) {
        return Integer.parseInt(running.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
