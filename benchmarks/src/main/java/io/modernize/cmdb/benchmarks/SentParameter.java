package io.modernize.cmdb.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter as it was set: the method of {@link PreparedStatement}, the place, and the value.
 *
 * @param arguments the arguments of the method, the place first
 */
record SentParameter(Method setter, List<@Nullable Object> arguments) {
    /** Whether the method sets a parameter. All methods that do take its place and its value. */
    static boolean isSetBy(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return method.getName().startsWith("set") && types.length > 1 && types[0] == int.class;
    }

    static SentParameter of(Method setter, @Nullable Object[] arguments) {
        return new SentParameter(setter, Arrays.asList(arguments.clone()));
    }

    /** Sets the same parameter of another statement. */
    void bind(PreparedStatement statement) throws SQLException {
        try {
            setter.invoke(statement, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new SQLException("cannot set a parameter as the service does: " + setter, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
