package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Permission;
import java.util.List;
import java.util.stream.Stream;

/** GraphQL type {@code Me}. */
record MePayload(
        ClientAccountPayload clientAccount,
        List<EngagementPayload> engagements,
        RolePayload role,
        List<String> permissions) {

    static MePayload from(Membership membership, ClientAccount clientAccount, List<Engagement> engagements) {
        return new MePayload(
                ClientAccountPayload.from(clientAccount),
                engagements.stream().map(EngagementPayload::from).toList(),
                RolePayload.from(membership.role()),
                Stream.of(Permission.values())
                        .filter(membership::allows)
                        .map(Permission::key)
                        .toList());
    }
}
