package io.modernize.cmdb.embedding.graphql;

import static io.modernize.cmdb.tenancy.Permission.DATA_VECTOR_SEARCH;

import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.api.lookups.EngagementLookUp;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import io.modernize.cmdb.embedding.application.EmbeddingCoverage;
import io.modernize.cmdb.embedding.application.EmbeddingCoverage.EngagementCoverage;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Shows how many assets have an up-to-date embedding. */
@Controller
final class CoverageController {
    private final EmbeddingCoverage coverage;
    private final ActiveSpaces spaces;
    private final EngagementLookUp engagements;
    private final Clock clock;

    CoverageController(EmbeddingCoverage coverage, EmbeddingSpaces spaces, EngagementLookUp engagements, Clock clock) {
        this.coverage = coverage;
        this.spaces = spaces;
        this.engagements = engagements;
        this.clock = clock;
    }

    /** The method has no argument {@code engagementId}, because it has become part of the scope. */
    @QueryMapping
    List<EmbeddingCoveragePayload> embeddingCoverage(TenantScope scope) {
        return coverage.of(scope, spaces.active(scope)).stream()
                .map(engagement -> payload(scope, engagement))
                .toList();
    }

    /** The coverage of the engagement that the scope was narrowed to. An engagement without assets has one, too. */
    @SchemaMapping(typeName = "Engagement", field = "embeddingCoverage")
    EmbeddingCoveragePayload ofEngagement(@Requires(DATA_VECTOR_SEARCH) TenantScope scope) {
        return payload(
                scope,
                coverage.of(scope, spaces.active(scope)).stream()
                        .findFirst()
                        .orElseGet(() -> EngagementCoverage.none(
                                ScopeArguments.engagement(scope).orElseThrow())));
    }

    private EmbeddingCoveragePayload payload(TenantScope scope, EngagementCoverage engagement) {
        return EmbeddingCoveragePayload.from(scope, engagement, clock.instant());
    }

    @BatchMapping(typeName = "EmbeddingCoverage")
    Map<EmbeddingCoveragePayload, EngagementPayload> engagement(List<EmbeddingCoveragePayload> coverages) {
        return engagements.of(coverages);
    }
}
