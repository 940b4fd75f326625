package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.lookups.EngagementLookUp;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Membership.engagements} for all memberships of a request together, with one look-up. */
@Controller
final class MembershipEngagementsController {
    private final EngagementLookUp lookUp;

    MembershipEngagementsController(EngagementLookUp lookUp) {
        this.lookUp = lookUp;
    }

    @BatchMapping(typeName = "Membership")
    Map<MembershipPayload, List<EngagementPayload>> engagements(List<MembershipPayload> memberships) {
        Map<TenantScope, Collection<EngagementPayload>> known = new HashMap<>();
        Map<MembershipPayload, List<EngagementPayload>> covered = new HashMap<>();
        for (MembershipPayload membership : memberships) {
            Set<String> ids = Set.copyOf(membership.engagementIds());
            covered.put(
                    membership,
                    ids.isEmpty()
                            ? List.of()
                            : known
                                    .computeIfAbsent(
                                            membership.scope(),
                                            scope -> lookUp.all(scope).values())
                                    .stream()
                                    .filter(engagement -> ids.contains(engagement.id()))
                                    .toList());
        }
        return covered;
    }
}
