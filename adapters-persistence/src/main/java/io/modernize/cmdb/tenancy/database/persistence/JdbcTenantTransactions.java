package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.OutOfTimeException;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TimeLeft;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells PostgreSQL the client account of each transaction. {@code SET LOCAL} ends with the transaction, so no context
 * survives on a pooled connection. Unlike {@code set_config()}, it reaches the nodes of a distributed PostgreSQL.
 *
 * <p>Other code uses {@link TenantTransactions}. The class is public for adapters whose round trips count: its queries
 * take the context along.
 */
@Component
public class JdbcTenantTransactions implements TenantTransactions {
    private final TransactionTemplate transactions;
    private final NamedParameterJdbcTemplate jdbc;
    private final StatementTimeout timeout;

    JdbcTenantTransactions(
            PlatformTransactionManager transactionManager,
            NamedParameterJdbcTemplate jdbc,
            ObjectProvider<TimeLeft> timeLeft) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
        this.timeout = new StatementTimeout(timeLeft.getIfAvailable(() -> Optional::empty));
    }

    @Override
    public <T> T inScope(TenantScope scope, Supplier<T> work) {
        T result = execute(status -> {
            bind(scope.clientAccountId());
            return work.get();
        });
        return Objects.requireNonNull(result, "work in a tenant transaction has a result");
    }

    /**
     * Runs a query, and then the work with its result, in a transaction that is bound to the scope's client account. It
     * is the current transaction, or else a new one. The context travels with the query, in one round trip.
     *
     * @param sql one query with named parameters
     * @throws IllegalStateException if the current transaction is bound to another client account
     */
    public <F, T> T inScope(
            TenantScope scope,
            String sql,
            SqlParameterSource parameters,
            ResultSetExtractor<F> reader,
            Function<F, T> work) {
        T result = execute(status -> work.apply(first(scope.clientAccountId(), sql, parameters, reader)));
        return Objects.requireNonNull(result, "work in a tenant transaction has a result");
    }

    /**
     * Runs a query in a transaction that is bound to the scope's client account. It is the current transaction, or else
     * a new one of this query alone. A new one begins, is bound, is asked and ends in a single round trip.
     *
     * @param sql one query with named parameters, which only reads
     * @throws IllegalStateException if the current transaction is bound to another client account
     */
    public <T> T queryInScope(
            TenantScope scope, String sql, SqlParameterSource parameters, ResultSetExtractor<T> reader) {
        ClientAccountId clientAccountId = scope.clientAccountId();
        T result = execute(status -> status.isNewTransaction()
                ? rows(begin(clientAccountId) + "; " + sql + MultiStatement.COMMIT, parameters, reader)
                : first(clientAccountId, sql, parameters, reader));
        return Objects.requireNonNull(result, "a reader has a result");
    }

    private <T> @Nullable T execute(TransactionCallback<T> work) {
        try {
            return transactions.execute(work);
        } catch (DataAccessException e) {
            throw timeout.translate(e);
        } catch (TransactionTimedOutException e) {
            throw new OutOfTimeException(e);
        }
    }

    private <F> F first(
            ClientAccountId clientAccountId, String sql, SqlParameterSource parameters, ResultSetExtractor<F> reader) {
        if (isBound(clientAccountId)) {
            return rows(sql, parameters, reader);
        }
        F first = rows(begin(clientAccountId) + "; " + sql, parameters, reader);
        remember(clientAccountId);
        return first;
    }

    private <F> F rows(String sql, SqlParameterSource parameters, ResultSetExtractor<F> reader) {
        return Objects.requireNonNull(
                jdbc.execute(sql, parameters, statement -> MultiStatement.firstRows(statement, reader)),
                "a reader has a result");
    }

    private void bind(ClientAccountId clientAccountId) {
        if (!isBound(clientAccountId)) {
            jdbc.getJdbcOperations().update(begin(clientAccountId));
            remember(clientAccountId);
        }
    }

    private boolean isBound(ClientAccountId clientAccountId) {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null && !bound.equals(clientAccountId)) {
            throw new IllegalStateException("a transaction of one client account cannot serve another");
        }
        return bound != null;
    }

    /** The context and the time limit of a transaction, which travel together. */
    private String begin(ClientAccountId clientAccountId) {
        return setContext(clientAccountId) + timeout.setting();
    }

    /**
     * The statement that sets the context. SET takes no bind parameters. The text comes from a UUID, and has only
     * hexadecimal digits and hyphens.
     */
    public static String setContext(ClientAccountId clientAccountId) {
        return "set local app.client_account_id = '" + clientAccountId.value() + "'";
    }

    private void remember(ClientAccountId clientAccountId) {
        TransactionSynchronizationManager.bindResource(this, clientAccountId);
        TransactionSynchronizationManager.registerSynchronization(new Binding(clientAccountId));
    }

    /**
     * Follows the transaction, so that neither the next transaction nor an inner, independent one inherits the binding.
     */
    private final class Binding implements TransactionSynchronization {
        private final ClientAccountId clientAccountId;

        private Binding(ClientAccountId clientAccountId) {
            this.clientAccountId = clientAccountId;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(JdbcTenantTransactions.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(JdbcTenantTransactions.this, clientAccountId);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(JdbcTenantTransactions.this);
        }
    }
}
