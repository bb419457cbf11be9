package dev.keystile.store.jdbc.instrument;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/** A data source whose every statement, commit and rollback is told of, right before it goes to the driver and right after. */
public final class TappedDataSource {

    private static final Set<String> ENDS = Set.of("commit", "rollback");

    private TappedDataSource() {}

    /** Who is told. */
    public interface Tap {

        /**
         * @param what SQL, {@code commit} or {@code rollback}
         * @throws SQLException instead of its going over
         */
        default void before(String what) throws SQLException {}

        /** As {@link #before}; told of failures, too. */
        default void after(String what) {}
    }

    /** {@code dataSource}, with {@code tap} on its connections. */
    public static DataSource of(DataSource dataSource, Tap tap) {
        return proxy(DataSource.class, dataSource, (method, arguments) -> {
            Object result = call(dataSource, method, arguments);
            return result instanceof Connection connection ? tapped(connection, tap) : result;
        });
    }

    private static Connection tapped(Connection connection, Tap tap) {
        return proxy(Connection.class, connection, (method, arguments) -> {
            if (ENDS.contains(method.getName())) {
                return told(method.getName(), connection, method, arguments, tap);
            }
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return tapped(PreparedStatement.class, statement, (String) arguments[0], tap);
            }
            return result instanceof Statement statement ? tapped(Statement.class, statement, "", tap) : result;
        });
    }

    private static <S extends Statement> S tapped(Class<S> type, S statement, String sql, Tap tap) {
        return proxy(type, statement, (method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            return told(arguments == null ? sql : (String) arguments[0], statement, method, arguments, tap);
        });
    }

    private static Object told(String what, Object target, Method method, Object[] arguments, Tap tap)
            throws Throwable {
        tap.before(what);
        try {
            return call(target, method, arguments);
        } finally {
            tap.after(what);
        }
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Handler handler) {
        InvocationHandler invocations = (self, method, arguments) -> handler.handle(method, arguments);
        return type.cast(
                Proxy.newProxyInstance(target.getClass().getClassLoader(), new Class<?>[] {type}, invocations));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
