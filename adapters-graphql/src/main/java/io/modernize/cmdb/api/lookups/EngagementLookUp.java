package io.modernize.cmdb.api.lookups;

import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the engagements that the rows of an answer belong to. */
@Component
public final class EngagementLookUp {
    private final EngagementCatalog catalog;

    EngagementLookUp(EngagementCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The engagements by row. A row is absent if it belongs to no engagement, or to one that its scope does not have, for
     * example because it was deleted after the row was read. Where the schema promises an engagement, the whole list is
     * then an error.
     */
    public <R extends InEngagement> Map<R, EngagementPayload> of(Collection<R> rows) {
        return ScopedLookUp.of(rows, InEngagement::scope, InEngagement::engagementId, (scope, ids) -> all(scope));
    }

    /** The engagements of a scope by id, ordered by name. */
    public Map<EngagementId, EngagementPayload> all(TenantScope scope) {
        return catalog.engagements(scope).stream()
                .collect(Collectors.toMap(
                        Engagement::id, EngagementPayload::from, (one, other) -> one, LinkedHashMap::new));
    }
}
