package io.modernize.cmdb.embedding.graphql;

import io.modernize.cmdb.embedding.application.EmbeddingCoverage;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Shows how many assets have an up-to-date embedding. */
@Controller
final class CoverageController {
    private final EmbeddingCoverage coverage;
    private final ActiveSpaces spaces;
    private final Clock clock;

    CoverageController(EmbeddingCoverage coverage, EmbeddingSpaces spaces, Clock clock) {
        this.coverage = coverage;
        this.spaces = spaces;
        this.clock = clock;
    }

    /** The method has no argument {@code engagementId}, because it has become part of the scope. */
    @QueryMapping
    List<EmbeddingCoveragePayload> embeddingCoverage(TenantScope scope) {
        return coverage.of(scope, spaces.active(scope)).stream()
                .map(engagement -> EmbeddingCoveragePayload.from(engagement, clock.instant()))
                .toList();
    }
}
