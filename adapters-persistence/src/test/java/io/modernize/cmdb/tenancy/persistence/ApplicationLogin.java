package io.modernize.cmdb.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database lets the application do. */
public record ApplicationLogin(TenantTransactions transactions, JdbcClient jdbc) {
    /** Each of the statements is refused for want of a privilege. */
    public void isDenied(TenantScope scope, String... statements) {
        for (String statement : statements) {
            assertThatThrownBy(() -> transactions.inScope(
                            scope, () -> jdbc.sql(statement).update()))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }
}
