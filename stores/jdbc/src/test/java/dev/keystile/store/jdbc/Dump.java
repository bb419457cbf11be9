package dev.keystile.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Every value of every table of the stores, whichever tables there are.
 *
 * @param tables their names
 * @param values each byte a character, so that text and bytes are searched alike
 */
record Dump(List<String> tables, String values) {

    private static final int BYTES_OF_FOUR_DIGITS = 3;

    static Dump of(DataSource database) {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = tablesOf(connection);
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    addAll(rows, values);
                }
            }
            return new Dump(tables, String.join("\n", values));
        } catch (SQLException failure) {
            throw new IllegalStateException("No dump", failure);
        }
    }

    /** Whether {@code text} is in it, in any form. */
    boolean holds(String text) {
        return holds(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether {@code bytes} are in it: as they are, in hex, or in base64, also in the middle of something longer. */
    boolean holds(byte[] bytes) {
        return forms(bytes).anyMatch(values::contains);
    }

    private static Stream<String> forms(byte[] bytes) {
        Stream<String> plain = Stream.of(
                textOf(bytes),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes));
        Stream<String> base64 = IntStream.range(0, BYTES_OF_FOUR_DIGITS)
                .boxed()
                .flatMap(before -> Stream.of(
                        digits(Base64.getEncoder(), before, bytes), digits(Base64.getUrlEncoder(), before, bytes)));
        return Stream.concat(plain, base64);
    }

    /** The digits that say nothing but {@code bytes}, if so many bytes stand before them. */
    private static String digits(Base64.Encoder encoder, int before, byte[] bytes) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String digits = encoder.withoutPadding().encodeToString(shifted);
        boolean sharesLast = shifted.length % BYTES_OF_FOUR_DIGITS != 0;
        return digits.substring(before == 0 ? 0 : before + 1, digits.length() - (sharesLast ? 1 : 0));
    }

    private static List<String> tablesOf(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith("keystile_")
                        && found.getString("TABLE_TYPE").endsWith("TABLE")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private static void addAll(ResultSet rows, List<String> values) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                Object value = rows.getObject(column);
                values.add(value instanceof byte[] bytes ? textOf(bytes) : String.valueOf(value));
            }
        }
    }

    private static String textOf(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Tables and sizes alone. */
    @Override
    public String toString() {
        return "Dump of " + tables + ", " + values.length() + " characters";
    }
}
