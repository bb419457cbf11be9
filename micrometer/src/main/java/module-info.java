/**
 * Counts what happens to credentials in a Micrometer registry: hand a {@link dev.keystile.micrometer.EventMeters} to a service as its
 * listener.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"
}) // Micrometer's JAR names its module in its manifest alone
module dev.keystile.micrometer {
    requires static transitive org.jspecify;
    requires transitive dev.keystile.core;
    requires transitive micrometer.core;

    exports dev.keystile.micrometer;
}
