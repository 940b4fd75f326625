package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.TenantScope;
import java.util.function.Supplier;

/** Database transactions that see one client account only. */
public interface TenantTransactions {
    /**
     * Runs the work in a transaction that is bound to the scope's client account. It uses the current transaction, or
     * else a new one that commits afterwards and rolls back if the work throws.
     *
     * @throws IllegalStateException if the current transaction is bound to another client account
     */
    <T> T inScope(TenantScope scope, Supplier<T> work);

    /** Runs work without a result in a transaction, as {@link #inScope} does. */
    default void runInScope(TenantScope scope, Runnable work) {
        inScope(scope, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
