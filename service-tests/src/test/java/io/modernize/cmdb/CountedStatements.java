package io.modernize.cmdb;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * What the application's login sends to the database. Import {@link Recording} into a test of the whole service; commits,
 * which no pool prepares, are not among it.
 */
public final class CountedStatements {
    /** Null while nobody counts: classes that share a service send more than fits in memory. */
    private volatile @Nullable Queue<String> sent;

    /** Counts from now on. */
    public void begin() {
        sent = new ConcurrentLinkedQueue<>();
    }

    /** The statements that were sent since the beginning, in order. Counts no further. */
    public List<String> take() {
        Queue<String> taken = Objects.requireNonNull(sent, "begin comes first");
        sent = null;
        return List.copyOf(taken);
    }

    private void add(String sql) {
        Queue<String> counted = sent;
        if (counted != null) {
            counted.add(sql);
        }
    }

    private DataSource recording(DataSource pool) {
        return new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                return proxy(Connection.class, new Recorded(super.getConnection(), null));
            }
        };
    }

    /** Puts the recorder in front of the application's pool. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Recording {
        @Bean
        static CountedStatements countedStatements() {
            return new CountedStatements();
        }

        @Bean
        static BeanPostProcessor statementRecorder(CountedStatements statements) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("applicationDataSource") ? statements.recording((DataSource) bean) : bean;
                }
            };
        }
    }

    private static String first(Object @Nullable [] arguments) {
        return arguments == null ? "" : String.valueOf(arguments[0]);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(CountedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A connection or one of its statements. */
    private final class Recorded implements InvocationHandler {
        private final Object target;
        private final @Nullable String prepared;

        private Recorded(Object target, @Nullable String prepared) {
            this.target = target;
            this.prepared = prepared;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().startsWith("execute")) {
                add(prepared == null ? first(arguments) : prepared);
            }
            try {
                Object result = method.invoke(target, arguments);
                if (result instanceof PreparedStatement statement) {
                    return proxy(PreparedStatement.class, new Recorded(statement, first(arguments)));
                }
                return target instanceof Connection && result instanceof Statement statement
                        ? proxy(Statement.class, new Recorded(statement, null))
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }
}
