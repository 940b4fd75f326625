package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Spaces of client accounts in memory. */
public final class InMemoryEmbeddingSpaces implements EmbeddingSpaces {
    private final EmbeddingSpace common;
    private final Map<ClientAccountId, EmbeddingSpace> active = new HashMap<>();
    private final Map<ClientAccountId, Set<EmbeddingSpace>> others = new HashMap<>();

    public InMemoryEmbeddingSpaces(EmbeddingSpace common) {
        this.common = common;
    }

    @Override
    public EmbeddingSpace common() {
        return common;
    }

    @Override
    public EmbeddingSpace active(TenantScope scope) {
        return active.getOrDefault(scope.clientAccountId(), common);
    }

    @Override
    public List<EmbeddingSpace> maintained(TenantScope scope) {
        Set<EmbeddingSpace> spaces = new LinkedHashSet<>();
        spaces.add(active(scope));
        spaces.addAll(others.getOrDefault(scope.clientAccountId(), Set.of()));
        return List.copyOf(spaces);
    }

    @Override
    public void maintain(TenantScope scope, EmbeddingSpace space) {
        others.computeIfAbsent(scope.clientAccountId(), client -> new LinkedHashSet<>())
                .add(space);
    }

    @Override
    public void activate(TenantScope scope, EmbeddingSpace space) {
        maintain(scope, active(scope));
        maintain(scope, space);
        active.put(scope.clientAccountId(), space);
    }
}
