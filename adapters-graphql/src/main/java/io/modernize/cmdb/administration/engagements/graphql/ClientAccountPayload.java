package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.tenancy.ClientAccount;

/** GraphQL type {@code ClientAccount}. */
record ClientAccountPayload(String id, String slug, String name) {
    static ClientAccountPayload from(ClientAccount account) {
        return new ClientAccountPayload(account.id().toString(), account.slug().value(), account.name());
    }
}
