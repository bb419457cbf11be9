package dev.keystile.example.common;

import dev.keystile.jwt.HmacSecret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the demo and the other examples can be told by system properties.
 *
 * @param port {@code -Dport}, 3003 unless told otherwise; 0 picks a free one
 * @param legacyDigest {@code -Dcaa.legacy=true} also accepts the legacy {@code SHA1_DIGEST}
 * @param jwtSecret {@code -Djwt.secret}, the base64 of 32 random bytes or more; unless told otherwise the one in {@code secrets},
 *     and with {@code memory} one that is made at start
 * @param jwtIssuer {@code -Djwt.issuer}, {@code keystile-demo} unless told otherwise
 * @param store {@code -Dstore}, {@code memory} unless told otherwise: {@code jdbc:h2:./data/keystile}, {@code jdbc:postgresql://…},
 *     {@code jdbc:mariadb://…} and {@code redis://…} outlive the process
 * @param secrets {@code -Dsecrets}, the file of the keys that pairs in such a store are sealed with and tokens are signed with,
 *     {@code ./data/keystile.secrets} unless told otherwise; made when it isn't there
 */
public record DemoSettings(
        int port, boolean legacyDigest, Optional<HmacSecret> jwtSecret, String jwtIssuer, String store, Path secrets) {

    /** The {@code store} that is gone with the process. */
    public static final String MEMORY = "memory";

    private static final int DEFAULT_PORT = 3003;
    private static final String DEFAULT_ISSUER = "keystile-demo";
    private static final Path DEFAULT_SECRETS = Path.of("data", "keystile.secrets");
    private static final List<String> OUTLIVING =
            List.of("jdbc:h2:", "jdbc:postgresql:", "jdbc:mariadb:", "redis://", "rediss://");

    /** @throws IllegalArgumentException if there is no such kind of store */
    public DemoSettings {
        if (!store.equals(MEMORY) && OUTLIVING.stream().noneMatch(store::startsWith)) {
            throw new IllegalArgumentException("-Dstore=" + store + " is no store; use memory, jdbc:h2:./data/keystile,"
                    + " jdbc:postgresql://…, jdbc:mariadb://… or redis://….");
        }
    }

    /** Every default, on a port that is free. */
    public static DemoSettings onFreePort() {
        return new DemoSettings(0, false, Optional.empty(), DEFAULT_ISSUER, MEMORY, DEFAULT_SECRETS);
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
                System.getProperty("jwt.issuer", DEFAULT_ISSUER),
                System.getProperty("store", MEMORY),
                Path.of(System.getProperty("secrets", DEFAULT_SECRETS.toString())));
    }

    /** These settings, on another port. */
    public DemoSettings withPort(int port) {
        return new DemoSettings(port, legacyDigest, jwtSecret, jwtIssuer, store, secrets);
    }

    /** These settings, with the legacy digest accepted. */
    public DemoSettings withLegacyDigest() {
        return new DemoSettings(port, true, jwtSecret, jwtIssuer, store, secrets);
    }

    /** These settings, with tokens signed by {@code secret} in the name of {@code issuer}. */
    public DemoSettings withTokensOf(String issuer, HmacSecret secret) {
        return new DemoSettings(port, legacyDigest, Optional.of(secret), issuer, store, secrets);
    }

    /** These settings, with pairs and revocations in another {@code store}, and what seals them in another file. */
    public DemoSettings withStore(String store, Path secrets) {
        return new DemoSettings(port, legacyDigest, jwtSecret, jwtIssuer, store, secrets);
    }

    /** Whether pairs and revocations are still there after a restart. */
    public boolean outlivesProcess() {
        return !store.equals(MEMORY);
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
