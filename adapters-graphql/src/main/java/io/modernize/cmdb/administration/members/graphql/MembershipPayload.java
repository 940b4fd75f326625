package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Member;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ManageMemberships;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL type {@code Membership}.
 *
 * @param engagementIds the engagements that it covers, in the order of their ids; they are looked up when somebody asks
 *     for them
 * @param scope the scope that the membership was found in; it is not part of the schema
 */
record MembershipPayload(
        String id,
        String directoryTenantId,
        String objectId,
        @Nullable String label,
        RolePayload role,
        boolean allEngagements,
        List<String> engagementIds,
        Instant grantedAt,
        Instant changedAt,
        TenantScope scope) {

    static MembershipPayload from(TenantScope scope, Member member) {
        return new MembershipPayload(
                member.id().toString(),
                member.identity().directoryTenantId().toString(),
                member.identity().objectId().toString(),
                member.label() == null ? null : member.label().value(),
                RolePayload.from(member.role()),
                member.engagements() instanceof EngagementSelection.All,
                member.engagements() instanceof EngagementSelection.Only(Set<EngagementId> ids)
                        ? ids.stream().map(EngagementId::toString).sorted().toList()
                        : List.of(),
                member.createdAt(),
                member.updatedAt(),
                scope);
    }

    AuditDetails granted() {
        return new AuditDetails(id, Map.of(), rights());
    }

    AuditDetails changedFrom(MembershipPayload before) {
        return new AuditDetails(id, before.rights(), rights());
    }

    AuditDetails revoked() {
        return new AuditDetails(id, rights(), Map.of());
    }

    /**
     * The ids as one text. If there are more than a membership is given at once, these are the first ones, because an
     * event has no room for more.
     */
    private static String listed(List<String> ids) {
        int most = ManageMemberships.MOST_ENGAGEMENTS;
        return ids.size() <= most
                ? String.join(" ", ids)
                : String.join(" ", ids.subList(0, most)) + " and " + (ids.size() - most) + " more";
    }

    private Map<String, String> rights() {
        Map<String, String> rights = new LinkedHashMap<>();
        rights.put("identity", directoryTenantId + "/" + objectId);
        rights.put("role", role.name());
        rights.put("engagements", allEngagements ? "all" : listed(engagementIds));
        if (label != null) {
            rights.put("label", label);
        }
        return rights;
    }
}
