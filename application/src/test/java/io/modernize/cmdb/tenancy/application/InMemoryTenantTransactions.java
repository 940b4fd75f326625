package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions over in-memory state, one after the other: bound to one client account, undone where work throws. */
public final class InMemoryTenantTransactions implements TenantTransactions {
    private final List<Undoable> states;
    private @Nullable ClientAccountId current;
    private int commits;

    public InMemoryTenantTransactions(Undoable... states) {
        this.states = List.of(states);
    }

    /** Transactions that were committed; one inside another does not count. */
    public synchronized int commits() {
        return commits;
    }

    @Override
    public synchronized <T> T inScope(TenantScope scope, Supplier<T> work) {
        if (current != null) {
            if (!current.equals(scope.clientAccountId())) {
                throw new IllegalStateException("a transaction of one client account cannot serve another");
            }
            return work.get();
        }
        List<Runnable> undo = states.stream().map(Undoable::undo).toList();
        current = scope.clientAccountId();
        boolean committed = false;
        try {
            T result = work.get();
            committed = true;
            commits++;
            return result;
        } finally {
            current = null;
            if (!committed) {
                undo.forEach(Runnable::run);
            }
        }
    }
}
