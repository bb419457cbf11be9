package dev.keystile.example.spring;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Jetty has to be told beyond {@code application.properties}. */
@Configuration(proxyBeanMethods = false)
class JettySettings {

    /** Jetty's own 400 to a percent sign in a path is left out: where it stands in a token, the answer is the contract's. */
    private static final UriCompliance PATHS =
            UriCompliance.DEFAULT.with("percent-signs", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    static {
        // Jetty respells the Content-Types that it knows, unless this is there before its classes are.
        System.setProperty("org.eclipse.jetty.http.HttpGenerator.STRICT", "true");
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> percentSigns() {
        return factory -> factory.addServerCustomizers(server -> {
            for (Connector connector : server.getConnectors()) {
                connector
                        .getConnectionFactory(HttpConnectionFactory.class)
                        .getHttpConfiguration()
                        .setUriCompliance(PATHS);
            }
        });
    }
}
