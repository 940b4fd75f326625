package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.TenantScope;
import java.util.function.Function;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Tenant transactions whose context travels with their first query, in one round trip. They are for searches, where a
 * round trip counts. Other code uses {@link io.modernize.cmdb.tenancy.application.TenantTransactions}. The interface is
 * public for the adapters of other capabilities.
 */
public interface PipelinedTenantTransactions {
    /**
     * Runs a query, and then the work with its result, in a transaction that is bound to the scope's client account. It
     * is the current transaction, or else a new one.
     *
     * @param sql one query with named parameters
     * @throws IllegalStateException if the current transaction is bound to another client account
     */
    <F, T> T inScope(
            TenantScope scope,
            String sql,
            SqlParameterSource parameters,
            ResultSetExtractor<F> reader,
            Function<F, T> work);

    /**
     * Runs a query in a transaction that is bound to the scope's client account. It is the current transaction, or else
     * a new one of this query alone. A new one begins, is bound, is asked and ends in a single round trip.
     *
     * @param sql one query with named parameters, which only reads
     * @throws IllegalStateException if the current transaction is bound to another client account
     */
    <T> T queryInScope(TenantScope scope, String sql, SqlParameterSource parameters, ResultSetExtractor<T> reader);
}
