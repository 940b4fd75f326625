package io.modernize.cmdb.tenancy.database.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections of the owner's login that note which statements are prepared on them. */
public final class CountedOwner {
    private final List<String> prepared = new ArrayList<>();
    private final DataSource dataSource;

    public CountedOwner(DataSource ownerDataSource) {
        this.dataSource = new DelegatingDataSource(ownerDataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                return noting(super.getConnection());
            }
        };
    }

    public OwnerConnections connections() {
        return new OwnerConnections(dataSource);
    }

    public List<String> prepared() {
        return List.copyOf(prepared);
    }

    private Connection noting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                CountedOwner.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        prepared.add(String.valueOf(arguments[0]));
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
