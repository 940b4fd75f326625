package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources that are nothing but their names. */
public final class InMemoryResources implements ClientAccountResources {
    private final Map<ClientAccountId, List<String>> names = new HashMap<>();
    private boolean isBusy;

    public void give(TenantScope scope, String name) {
        names.computeIfAbsent(scope.clientAccountId(), client -> new ArrayList<>())
                .add(name);
    }

    /** Whether another process is at work on such resources. */
    public void busy(boolean busy) {
        this.isBusy = busy;
    }

    @Override
    public List<String> names(TenantScope scope) {
        return List.copyOf(names.getOrDefault(scope.clientAccountId(), List.of()));
    }

    @Override
    public Optional<List<String>> release(TenantScope scope) {
        if (isBusy) {
            return Optional.empty();
        }
        List<String> released = names(scope);
        names.remove(scope.clientAccountId());
        return Optional.of(released);
    }
}
