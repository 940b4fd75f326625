package io.modernize.cmdb.operations.isolation;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands between the service and its pools. While it records, it keeps the texts that are sent, and the plans that
 * PostgreSQL's {@code auto_explain} sends along as notices, each with the tenant that its transaction was bound to.
 */
public final class StatementRecorder implements BeanPostProcessor {
    private static final Pattern CONTEXT = Pattern.compile("set local app\\.client_account_id = '([0-9a-f-]{36})'");
    private static final String PLAN = "plan:\n";

    private final Queue<SeenPlan> plans = new ConcurrentLinkedQueue<>();
    private final Queue<SentText> texts = new ConcurrentLinkedQueue<>();
    private volatile boolean records;

    /** From now on, with nothing of what came before. */
    void start() {
        plans.clear();
        texts.clear();
        records = true;
    }

    /** A service that goes on for hours sends more than fits in memory. */
    void stop() {
        records = false;
        plans.clear();
        texts.clear();
    }

    /** The plans since the last call. */
    List<SeenPlan> takePlans() {
        return take(plans);
    }

    /** The texts that were sent since the last call, in the order of their ends. */
    List<SentText> takeTexts() {
        return take(texts);
    }

    private static <T> List<T> take(Queue<T> queue) {
        java.util.ArrayList<T> taken = new java.util.ArrayList<>();
        for (T next = queue.poll(); next != null; next = queue.poll()) {
            taken.add(next);
        }
        return List.copyOf(taken);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        // What stands before the pools takes its connections from them.
        return bean instanceof HikariDataSource pool ? recorded(pool) : bean;
    }

    private DataSource recorded(DataSource pool) {
        return proxy(
                DataSource.class,
                pool,
                (method, result) ->
                        result instanceof Connection connection ? recorded(connection, login(connection)) : result);
    }

    private static String login(Connection connection) {
        try {
            return connection.getMetaData().getUserName();
        } catch (SQLException e) {
            throw new IllegalStateException("a connection that was just opened", e);
        }
    }

    private Connection recorded(Connection connection, String login) {
        Session session = new Session(login);
        InvocationHandler handler = (self, method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (arguments == null
                    && (method.getName().equals("commit") || method.getName().equals("rollback"))) {
                if (records) {
                    // A query that is read to its end is over for the server with the next message only.
                    keepPlans(connection.getWarnings(), session);
                    connection.clearWarnings();
                }
                session.tenant = null;
            }
            String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : null;
            return result instanceof Statement statement ? recorded(statement, sql, session) : result;
        };
        return proxied(Connection.class, handler);
    }

    private Statement recorded(Statement statement, @Nullable String prepared, Session session) {
        InvocationHandler handler = (self, method, arguments) -> {
            String sql =
                    arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
            boolean executes = method.getName().startsWith("execute");
            if (executes && sql != null) {
                session.sends(sql);
            }
            try {
                return call(statement, method, arguments);
            } finally {
                if (executes) {
                    if (records) {
                        texts.add(new SentText(session.login, session.tenant, Objects.requireNonNullElse(sql, "")));
                        keepPlans(statement.getWarnings(), session);
                        statement.clearWarnings();
                    }
                    session.ends(Objects.requireNonNullElse(sql, ""));
                }
            }
        };
        Class<? extends Statement> type = statement instanceof java.sql.CallableStatement
                ? java.sql.CallableStatement.class
                : statement instanceof java.sql.PreparedStatement ? java.sql.PreparedStatement.class : Statement.class;
        return proxied(type, handler);
    }

    private static boolean isPlan(String message) {
        return message.startsWith("duration: ") && message.contains(PLAN);
    }

    private void keepPlans(@Nullable SQLWarning first, Session session) {
        for (SQLWarning notice = first; notice != null; notice = notice.getNextWarning()) {
            String message = Objects.requireNonNullElse(notice.getMessage(), "");
            if (isPlan(message)) {
                JsonNode plan = JsonMapper.shared().readTree(message.substring(message.indexOf(PLAN) + PLAN.length()));
                plans.add(new SeenPlan(
                        session.login, session.tenant, plan.path("Query Text").asString(), plan.path("Plan")));
            }
        }
    }

    private static <T> T proxy(Class<T> type, T target, Wrap wrap) {
        return proxied(type, (self, method, arguments) -> wrap.wrap(method, call(target, method, arguments)));
    }

    private static <T> T proxied(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** A text as the service sent it, which may hold several statements. */
    record SentText(String login, @Nullable String tenant, String sql) {}

    private interface Wrap {
        @Nullable
        Object wrap(Method method, @Nullable Object result);
    }

    /** What a connection is bound to. Used by one thread at a time, as the connection is. */
    private static final class Session {
        private final String login;
        private @Nullable String tenant;

        private Session(String login) {
            this.login = login;
        }

        private void sends(String sql) {
            Matcher context = CONTEXT.matcher(sql);
            while (context.find()) {
                tenant = context.group(1);
            }
        }

        /** Texts that end their transaction themselves say so at their end. */
        private void ends(String sql) {
            if (sql.endsWith("; commit")) {
                tenant = null;
            }
        }
    }
}
