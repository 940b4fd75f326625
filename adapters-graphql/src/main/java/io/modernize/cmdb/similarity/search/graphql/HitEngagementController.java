package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.similarity.assets.graphql.EngagementPayload;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/**
 * Answers {@code SimilarAsset.engagement} for all hits of a search together, with one look-up for each scope. There is
 * none if nobody asks.
 */
@Controller
final class HitEngagementController {
    private final EngagementCatalog catalog;

    HitEngagementController(EngagementCatalog catalog) {
        this.catalog = catalog;
    }

    @BatchMapping(typeName = "SimilarAsset")
    List<EngagementPayload> engagement(List<SimilarAssetPayload> hits) {
        Map<TenantScope, Map<EngagementId, EngagementPayload>> known = new HashMap<>();
        return hits.stream()
                .map(hit -> owner(hit, known.computeIfAbsent(hit.scope(), this::engagements)))
                .toList();
    }

    private static EngagementPayload owner(
            SimilarAssetPayload hit, Map<EngagementId, EngagementPayload> engagementsOfScope) {
        EngagementPayload owner = engagementsOfScope.get(hit.engagementId());
        if (owner == null) {
            // An index that answers with an asset outside the scope is broken: better no answer than that one.
            throw new IllegalStateException("a hit belongs to engagement " + hit.engagementId()
                    + ", which lies outside the scope of its search");
        }
        return owner;
    }

    private Map<EngagementId, EngagementPayload> engagements(TenantScope scope) {
        return catalog.engagements(scope).stream().collect(Collectors.toMap(Engagement::id, EngagementPayload::from));
    }
}
