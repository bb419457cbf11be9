package dev.keystile.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for the names in a statement. Whatever is compared goes over as bytes, so that no engine compares it as text. */
final class Parameters {

    private final Map<String, Binder> binders = new HashMap<>();

    /** Puts one value where one question mark is. */
    private interface Binder {
        void bind(PreparedStatement statement, int index) throws SQLException;
    }

    Parameters with(String name, long value) {
        binders.put(name, (statement, index) -> statement.setLong(index, value));
        return this;
    }

    Parameters with(String name, byte @Nullable [] value) {
        binders.put(name, (statement, index) -> statement.setBytes(index, value));
        return this;
    }

    /** The UTF-8 bytes of {@code value}. */
    Parameters with(String name, String value) {
        return with(name, value.getBytes(StandardCharsets.UTF_8));
    }

    Parameters withNullable(String name, @Nullable Long value) {
        binders.put(name, (statement, index) -> statement.setObject(index, value, Types.BIGINT));
        return this;
    }

    void bindTo(PreparedStatement statement, List<String> names) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            Binder binder = binders.get(names.get(i));
            if (binder == null) {
                throw new IllegalStateException("The statement's parameter '" + names.get(i) + "' has no value.");
            }
            binder.bind(statement, i + 1);
        }
    }
}
