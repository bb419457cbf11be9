package dev.keystile.example.jdk;

import dev.keystile.example.common.DemoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test the demo's page, loaded afresh in a real browser. One browser and one demo serve all tests. Where there is no
 * browser, the tests don't run, and say so loudly.
 */
final class InChromium implements BeforeAllCallback, ParameterResolver {

    private static final Namespace OURS = Namespace.create(InChromium.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Chromium.whatIsMissing().ifPresent(reason -> {
            String message = context.getDisplayName() + " DID NOT RUN: " + reason;
            System.err.println("======== " + message);
            Assumptions.abort(message);
        });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Page.class;
    }

    /** The same page for a test and for what is done before it. */
    @Override
    public Page resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OURS).computeIfAbsent(Page.class, key -> load(context.getRoot()), Page.class);
    }

    private static Page load(ExtensionContext root) {
        Stage stage = root.getStore(OURS).computeIfAbsent(Stage.class, key -> Stage.open(), Stage.class);
        Page page = new Page(stage.chromium(), stage.demo().port());
        page.open();
        return page;
    }

    /** Closed by JUnit when the last test is over. */
    private record Stage(DemoServer demo, Chromium chromium) implements AutoCloseable {

        static Stage open() {
            try {
                return new Stage(DemoServer.start(DemoSettings.onFreePort(), Fast.hasher()), new Chromium());
            } catch (IOException noPort) {
                throw new UncheckedIOException(noPort);
            }
        }

        @Override
        public void close() {
            chromium.close();
            demo.close();
        }
    }
}
