package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.TenantScope;
import java.util.function.Supplier;

/** Database transactions that see one client account only. */
public interface TenantTransactions {
    /**
     * Runs the work in a transaction bound to the scope's client account: in the current one, or in a new one that
     * commits afterwards and rolls back where the work throws.
     *
     * @throws IllegalStateException where the current transaction is bound to another client account
     */
    <T> T inScope(TenantScope scope, Supplier<T> work);

    /** Likewise, without a result. */
    default void runInScope(TenantScope scope, Runnable work) {
        inScope(scope, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
