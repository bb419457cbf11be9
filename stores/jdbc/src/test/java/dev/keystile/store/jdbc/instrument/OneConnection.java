package dev.keystile.store.jdbc.instrument;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A pool of one connection, which it hands out as it came back. */
public final class OneConnection {

    private final Connection connection;

    /** A pool of {@code connection}, which stays open until its owner closes it. */
    public OneConnection(Connection connection) {
        this.connection = connection;
    }

    /** Where it is handed out. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (self, method, arguments) -> staysOpen());
    }

    private Connection staysOpen() {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(OneConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
