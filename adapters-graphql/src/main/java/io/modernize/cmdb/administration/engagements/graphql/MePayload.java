package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.administration.members.graphql.RolePayload;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.EffectivePermissions;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.Permission;
import java.util.List;
import java.util.stream.Stream;

/** GraphQL type {@code Me}. */
record MePayload(
        ClientAccountPayload clientAccount,
        List<EngagementPayload> engagements,
        RolePayload role,
        List<PermissionPayload> permissions,
        List<PermissionPayload> rolePermissions) {

    static MePayload from(EffectivePermissions permissions, ClientAccount clientAccount, List<Engagement> engagements) {
        return new MePayload(
                ClientAccountPayload.from(clientAccount),
                engagements.stream().map(EngagementPayload::from).toList(),
                RolePayload.from(permissions.role()),
                permissions.all().stream().map(PermissionPayload::from).toList(),
                Stream.of(Permission.values())
                        .filter(permissions.role()::allows)
                        .map(PermissionPayload::from)
                        .toList());
    }
}
