package io.modernize.cmdb.similarity.search.graphql;

import static io.modernize.cmdb.tenancy.Permission.ACCOUNT_MANAGE;

import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.api.lookups.EngagementLookUp;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import io.modernize.cmdb.similarity.listing.application.CountFacets;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers the fields of a search's answer that cost a look-up or need a permission of their own. */
@Controller
final class SimilarAssetsController {
    private final CountFacets countFacets;
    private final EngagementLookUp engagements;

    SimilarAssetsController(CountFacets countFacets, EngagementLookUp engagements) {
        this.countFacets = countFacets;
        this.engagements = engagements;
    }

    @SchemaMapping(typeName = "SimilarAssets")
    FacetsPayload facets(SimilarAssetsPayload answer) {
        return FacetsPayload.from(countFacets.count(answer.facetsQuery()));
    }

    @BatchMapping(typeName = "SimilarAsset")
    Map<SimilarAssetPayload, EngagementPayload> engagement(List<SimilarAssetPayload> hits) {
        return engagements.of(hits);
    }

    /**
     * The settings that the search ran with. They are those of the client account, as in {@code vectorIndex}.
     *
     * @param scope refuses a caller who searches but does not operate the service
     */
    @SchemaMapping(typeName = "SearchPlan")
    SearchPlanPayload.Settings settings(SearchPlanPayload plan, @Requires(ACCOUNT_MANAGE) TenantScope scope) {
        ScopeArguments.requireAllEngagements(scope);
        return plan.settings();
    }
}
