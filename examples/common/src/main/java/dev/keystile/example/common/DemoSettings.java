package dev.keystile.example.common;

import dev.keystile.jwt.HmacSecret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the demo and the other examples can be told by system properties.
 *
 * @param port {@code -Dport}, 3003 unless told otherwise; 0 picks a free one
 * @param legacyDigest {@code -Dcaa.legacy=true} also accepts the legacy {@code SHA1_DIGEST}
 * @param jwtSecret {@code -Djwt.secret}, the base64 of 32 random bytes or more; made at start unless told otherwise
 * @param jwtIssuer {@code -Djwt.issuer}, {@code keystile-demo} unless told otherwise
 */
public record DemoSettings(int port, boolean legacyDigest, Optional<HmacSecret> jwtSecret, String jwtIssuer) {

    private static final int DEFAULT_PORT = 3003;
    private static final String DEFAULT_ISSUER = "keystile-demo";

    /** Every default, on a port that is free. */
    public static DemoSettings onFreePort() {
        return new DemoSettings(0, false, Optional.empty(), DEFAULT_ISSUER);
    }

    /**
     * What the system properties say.
     *
     * @throws IllegalArgumentException if a property has no such value
     */
    public static DemoSettings fromSystemProperties() {
        return new DemoSettings(
                port(System.getProperty("port")),
                Boolean.getBoolean("caa.legacy"),
                Optional.ofNullable(System.getProperty("jwt.secret")).map(HmacSecret::ofBase64),
                System.getProperty("jwt.issuer", DEFAULT_ISSUER));
    }

    /** These settings, with the legacy digest accepted. */
    public DemoSettings withLegacyDigest() {
        return new DemoSettings(port, true, jwtSecret, jwtIssuer);
    }

    private static int port(@Nullable String text) {
        if (text == null) {
            return DEFAULT_PORT;
        }
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 0xFFFF) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // told below, as for a number that is no port
        }
        throw new IllegalArgumentException(
                "-Dport=" + text + " is no port; use a number from 0 (any free port) to 65535.");
    }
}
