package dev.keystile.store.jdbc.engine;

import java.util.Locale;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/** What this machine is, in the words of those who build servers for it. */
final class Platform {

    private static final Set<String> POSTGRESQL = Set.of("linux-amd64", "mac-amd64", "mac-aarch64", "windows-amd64");
    private static final Set<String> MARIADB = Set.of("linux-amd64", "mac-aarch64", "windows-amd64");

    private Platform() {}

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** @throws TestAbortedException if there is no PostgreSQL for this machine; says so aloud, too */
    static void requirePostgreSql() {
        require("PostgreSQL", POSTGRESQL);
    }

    /** @throws TestAbortedException if there is no MariaDB for this machine; says so aloud, too */
    static void requireMariaDb() {
        require("MariaDB", MARIADB);
    }

    private static void require(String engine, Set<String> platforms) {
        if (!platforms.contains(name())) {
            String message = "NOTHING IS PROVED ON " + engine + " HERE: there are no binaries for " + name()
                    + ", only for " + platforms + ".";
            System.err.println("\n======== " + message + "\n");
            throw new TestAbortedException(message);
        }
    }

    private static String name() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String hardware =
                System.getProperty("os.arch").replace("x86_64", "amd64").replace("arm64", "aarch64");
        return (system.startsWith("mac") ? "mac" : system.startsWith("windows") ? "windows" : system) + "-" + hardware;
    }
}
