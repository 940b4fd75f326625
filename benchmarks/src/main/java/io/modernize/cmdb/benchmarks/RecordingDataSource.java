package io.modernize.cmdb.benchmarks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Records the statements of one thread while it is asked to. All other connections are the pool's own, so that measured
 * work takes no longer for it.
 */
final class RecordingDataSource extends DelegatingDataSource {
    private final ThreadLocal<@Nullable List<SentStatement>> recording = new ThreadLocal<>();

    RecordingDataSource(DataSource target) {
        super(target);
    }

    /** The statements that the work prepares in this thread, in their order. */
    List<SentStatement> during(Runnable work) {
        List<SentStatement> sent = new ArrayList<>();
        recording.set(sent);
        try {
            work.run();
        } finally {
            recording.remove();
        }
        return sent;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        List<SentStatement> sent = recording.get();
        return sent == null ? connection : recorded(connection, sent);
    }

    private static Connection recorded(Connection connection, List<SentStatement> sent) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            if (result instanceof PreparedStatement statement
                    && arguments != null
                    && arguments[0] instanceof String sql) {
                List<SentParameter> parameters = new ArrayList<>();
                sent.add(new SentStatement(sql, parameters));
                return recorded(statement, parameters);
            }
            return result;
        });
    }

    private static PreparedStatement recorded(PreparedStatement statement, List<SentParameter> parameters) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (arguments != null && SentParameter.isSetBy(method)) {
                parameters.add(SentParameter.of(method, arguments));
            }
            return invoke(statement, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
