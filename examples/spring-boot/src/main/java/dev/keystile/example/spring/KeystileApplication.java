package dev.keystile.example.spring;

import dev.keystile.example.servlet.KeystileServlet;
import dev.keystile.http.RouteTable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** The application: its controllers are found by scanning, the contracts are one bean. */
@SpringBootApplication(proxyBeanMethods = false)
class KeystileApplication {

    /** A servlet beside Spring's own, so that every method of the table's paths comes to the table, CORS preflights too. */
    @Bean
    ServletRegistrationBean<KeystileServlet> contracts(RouteTable routes) {
        return new ServletRegistrationBean<>(new KeystileServlet(routes), KeystileServlet.patterns(routes));
    }
}
