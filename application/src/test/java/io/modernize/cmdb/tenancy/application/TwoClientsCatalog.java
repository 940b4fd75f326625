package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.stream.Stream;

/** The four engagements of two clients, all of one name. */
public record TwoClientsCatalog(TwoClients clients) implements EngagementCatalog {
    @Override
    public ClientAccount clientAccount(TenantScope scope) {
        return new ClientAccount(scope.clientAccountId(), new Slug("client"), "Client");
    }

    @Override
    public List<Engagement> engagements(TenantScope scope) {
        return Stream.of(
                        engagement(clients.northwind(), clients.exit()),
                        engagement(clients.northwind(), clients.erp()),
                        engagement(clients.harbor(), clients.cloud()),
                        engagement(clients.harbor(), clients.edge()))
                .filter(engagement -> engagement.clientAccountId().equals(scope.clientAccountId()))
                .filter(engagement -> scope.engagements().includes(engagement.id()))
                .toList();
    }

    private static Engagement engagement(ClientAccountId client, EngagementId id) {
        return new Engagement(client, id, new Slug("engagement"), "Engagement");
    }
}
