package io.modernize.cmdb.tenancy.graphql;

import graphql.GraphQLContext;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.MembershipDirectory;
import io.modernize.cmdb.tenancy.application.ScopeResolution.ChoiceNeeded;
import io.modernize.cmdb.tenancy.application.ScopeResolution.EngagementUnknown;
import io.modernize.cmdb.tenancy.application.ScopeResolution.NotAMember;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * Answers {@code me}. It asks the directory and not {@code ResolveTenantScope}, as that wants a permission and a viewer
 * has none.
 */
@Controller
final class MeController {
    private final MembershipDirectory directory;
    private final EngagementCatalog engagements;

    MeController(MembershipDirectory directory, EngagementCatalog engagements) {
        this.directory = directory;
        this.engagements = engagements;
    }

    @QueryMapping
    MePayload me(GraphQLContext context) {
        TenantHeaders headers = TenantHeaders.of(context);
        Membership membership = membership(headers.clientAccountId());
        EngagementId engagementId = headers.engagementId();
        TenantScope scope = engagementId == null
                ? membership.scope()
                : membership.scope(engagementId).orElseThrow(() -> Refusals.engagementUnknown(new EngagementUnknown()));
        List<Engagement> visible = engagements.engagements(scope);
        if (engagementId != null && visible.isEmpty()) {
            throw Refusals.engagementUnknown(new EngagementUnknown());
        }
        return MePayload.from(membership, engagements.clientAccount(scope), visible);
    }

    private Membership membership(@Nullable ClientAccountId chosen) {
        List<Membership> memberships = directory.membershipsOf(CallerIdentity.current()).stream()
                .filter(membership ->
                        chosen == null || membership.clientAccountId().equals(chosen))
                .toList();
        if (memberships.isEmpty()) {
            throw Refusals.notAMember(new NotAMember());
        }
        if (memberships.size() > 1) {
            throw Refusals.choiceNeeded(new ChoiceNeeded(
                    memberships.stream().map(Membership::clientAccountId).toList()));
        }
        return memberships.getFirst();
    }
}
