package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroupId;
import io.modernize.cmdb.similarity.duplicates.GroupPosition;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateGroups;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateGroupsQuery;
import io.modernize.cmdb.similarity.search.graphql.InMemoryAssets;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Three groups of Northwind, two of them in one engagement, and one of Harbor. */
public final class InMemoryDuplicateGroups implements DuplicateGroups {
    static final Instant FOUND = Instant.parse("2026-03-01T12:00:00Z");
    static final DuplicateGroup BEST = group(
            InMemoryTenancy.DATACENTRE_EXIT,
            0.95,
            List.of(
                    new DuplicateEvidence.SameSerialNumber("ABC123"),
                    new DuplicateEvidence.SameAddress("192.0.2.1"),
                    new DuplicateEvidence.SimilarNames(1),
                    new DuplicateEvidence.NearIdenticalVectors(0.98765)),
            InMemoryAssets.ORACLE,
            InMemoryAssets.SAP);
    static final DuplicateGroup OF_ERP = group(
            InMemoryTenancy.ERP,
            0.7,
            List.of(new DuplicateEvidence.SimilarNames(0.9)),
            InMemoryAssets.SAP,
            InMemoryAssets.NOT_EMBEDDED);
    static final DuplicateGroup LAST = group(
            InMemoryTenancy.DATACENTRE_EXIT,
            0.5,
            List.of(new DuplicateEvidence.SameAddress("192.0.2.1")),
            InMemoryAssets.ORACLE,
            InMemoryAssets.NOT_EMBEDDED);
    static final DuplicateGroup FOREIGN = group(
            InMemoryTenancy.HARBOR_CLOUD,
            0.99,
            List.of(new DuplicateEvidence.SimilarNames(1)),
            InMemoryAssets.FOREIGN,
            InMemoryAssets.FOREIGN);

    private record Owned(ClientAccountId clientAccountId, DuplicateGroup group) {}

    private static final List<Owned> ALL = List.of(
            new Owned(InMemoryTenancy.NORTHWIND.id(), LAST),
            new Owned(InMemoryTenancy.NORTHWIND.id(), OF_ERP),
            new Owned(InMemoryTenancy.NORTHWIND.id(), BEST),
            new Owned(InMemoryTenancy.HARBOR.id(), FOREIGN));

    private final Map<DuplicateGroupId, Instant> dismissed = new HashMap<>();
    private @Nullable PrincipalIdentity dismissedBy;

    /** Forgets who dismissed what. */
    void reset() {
        dismissed.clear();
        dismissedBy = null;
    }

    Optional<PrincipalIdentity> dismissedBy() {
        return Optional.ofNullable(dismissedBy);
    }

    @Override
    public Page<DuplicateGroup> page(DuplicateGroupsQuery query) {
        GroupPosition after = query.after();
        return Page.forward(
                after,
                query.limit(),
                most -> visible(query.scope())
                        .filter(group -> query.includeDismissed() || group.dismissedAt() == null)
                        .filter(group -> after == null || group.score() < after.score())
                        .sorted(Comparator.comparingDouble(DuplicateGroup::score)
                                .reversed())
                        .limit(most)
                        .toList());
    }

    @Override
    public Optional<DuplicateGroup> find(TenantScope scope, DuplicateGroupId id) {
        return visible(scope).filter(group -> group.id().equals(id)).findFirst();
    }

    @Override
    public Optional<DuplicateGroup> dismiss(TenantScope scope, DuplicateGroupId id, PrincipalIdentity by, Instant now) {
        find(scope, id).ifPresent(group -> {
            dismissed.put(id, now);
            dismissedBy = by;
        });
        return find(scope, id);
    }

    @Override
    public Optional<DuplicateGroup> restore(TenantScope scope, DuplicateGroupId id) {
        find(scope, id).ifPresent(group -> dismissed.remove(id));
        return find(scope, id);
    }

    private Stream<DuplicateGroup> visible(TenantScope scope) {
        return ALL.stream()
                .filter(owned -> owned.clientAccountId().equals(scope.clientAccountId()))
                .map(Owned::group)
                .filter(group -> scope.engagements().includes(group.engagementId()))
                .map(group -> new DuplicateGroup(
                        group.id(),
                        group.engagementId(),
                        group.members(),
                        group.evidence(),
                        group.score(),
                        group.foundAt(),
                        group.stale(),
                        dismissed.get(group.id())));
    }

    private static DuplicateGroup group(
            Engagement engagement, double score, List<DuplicateEvidence> evidence, Asset... members) {
        return new DuplicateGroup(
                new DuplicateGroupId(UUID.randomUUID()),
                engagement.id(),
                List.of(members),
                evidence,
                score,
                FOUND,
                score == 0.5,
                null);
    }
}
