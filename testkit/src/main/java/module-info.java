/** For tests of servers that mount the contracts: the conformance suite over HTTP, and the raw client that it speaks with. */
module dev.keystile.testkit {
    requires static transitive org.jspecify;
    requires dev.keystile.core;

    exports dev.keystile.testkit;
    exports dev.keystile.testkit.conformance;
    exports dev.keystile.testkit.wire;
}
