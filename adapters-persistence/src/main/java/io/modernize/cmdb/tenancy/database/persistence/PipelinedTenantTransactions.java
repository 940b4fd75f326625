package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.TenantScope;
import java.util.function.Function;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Tenant transactions whose context travels with their first query, in one round trip. For searches, where a round trip
 * counts; everything else uses {@link io.modernize.cmdb.tenancy.application.TenantTransactions}. Public for the adapters
 * of other capabilities.
 */
public interface PipelinedTenantTransactions {
    /**
     * Runs a query and then the work with its result, in a transaction bound to the scope's client account: in the
     * current one, or in a new one.
     *
     * @param sql one query with named parameters
     * @throws IllegalStateException where the current transaction is bound to another client account
     */
    <F, T> T inScope(
            TenantScope scope,
            String sql,
            SqlParameterSource parameters,
            ResultSetExtractor<F> reader,
            Function<F, T> work);

    /**
     * Runs a query in a transaction bound to the scope's client account: in the current one, or in a new one that
     * consists of it. That one is begun, bound, asked and ended in a single round trip.
     *
     * @param sql one query with named parameters, which only reads
     * @throws IllegalStateException where the current transaction is bound to another client account
     */
    <T> T queryInScope(TenantScope scope, String sql, SqlParameterSource parameters, ResultSetExtractor<T> reader);
}
