package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Statements in transactions that see one client account only. */
@Component
public final class TenantJdbc {
    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    public TenantJdbc(TenantTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Runs statements in a transaction, see {@link TenantTransactions#inScope}. */
    public <T> T inScope(TenantScope scope, Supplier<T> work) {
        return transactions.inScope(scope, work);
    }

    /** Runs statements without a result, see {@link TenantTransactions#runInScope}. */
    public void runInScope(TenantScope scope, Runnable work) {
        transactions.runInScope(scope, work);
    }

    /**
     * A page of a list, read in a transaction, see {@link Page#forward}.
     *
     * @param read at most so many entries behind the place, in the order of the list
     */
    public <T> Page<T> page(TenantScope scope, @Nullable Object from, int limit, IntFunction<List<T>> read) {
        return Page.forward(from, limit, most -> inScope(scope, () -> read.apply(most)));
    }

    /** A statement with the parameters of {@link ScopeParameters#bind}, of which it has to use {@code :client}. */
    public StatementSpec sql(TenantScope scope, String sql) {
        return ScopeParameters.bind(jdbc.sql(sql), scope);
    }

    /** A statement whose parameters the caller binds by their position, the client account among them. */
    public StatementSpec sql(String sql) {
        return jdbc.sql(sql);
    }
}
