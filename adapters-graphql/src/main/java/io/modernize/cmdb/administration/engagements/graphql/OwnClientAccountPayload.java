package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.administration.members.graphql.RolePayload;
import io.modernize.cmdb.tenancy.application.ListClientAccounts.OwnClientAccount;

/** GraphQL type {@code OwnClientAccount}. */
record OwnClientAccountPayload(ClientAccountPayload clientAccount, RolePayload role, int engagements) {
    static OwnClientAccountPayload from(OwnClientAccount own) {
        return new OwnClientAccountPayload(
                ClientAccountPayload.from(own.account()),
                RolePayload.from(own.membership().role()),
                own.engagements());
    }
}
