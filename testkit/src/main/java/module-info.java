/**
 * For tests of servers that mount the contracts and of clients that call them: the conformance suite over HTTP, a server inside the
 * test, assertions, and the command line.
 *
 * <p>Describe a server of yours by a {@link dev.keystile.testkit.conformance.ConformanceTarget} and hand it to
 * {@link dev.keystile.testkit.ConformanceSuite}.
 */
module dev.keystile.testkit {
    requires static transitive org.jspecify;
    requires static transitive org.assertj.core;
    requires static transitive org.junit.jupiter.api;
    requires static info.picocli;
    requires transitive dev.keystile.caa;
    requires transitive dev.keystile.jwt;
    requires jdk.httpserver;
    requires org.apache.commons.codec;

    exports dev.keystile.testkit;
    exports dev.keystile.testkit.assertion;
    exports dev.keystile.testkit.conformance;
    exports dev.keystile.testkit.server;
    exports dev.keystile.testkit.wire;

    opens dev.keystile.testkit.cli to
            info.picocli;
}
