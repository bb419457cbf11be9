package dev.keystile.soak.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Whether a database serves. */
final class Databases {

    private static final int PATIENCE_SECONDS = 2;

    private Databases() {}

    static boolean serves(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException notYet) {
            return false;
        }
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
