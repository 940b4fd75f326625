package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Slug;

/** Two client accounts with their engagements in memory. */
public final class AdministeredClients {
    private AdministeredClients() {}

    public static TwoClients in(InMemoryAdministration administration) {
        TwoClients clients = TwoClients.random();
        account(administration, clients.northwind(), "northwind");
        account(administration, clients.harbor(), "harbor");
        engagement(administration, clients.northwind(), clients.exit(), "exit");
        engagement(administration, clients.northwind(), clients.erp(), "erp");
        engagement(administration, clients.harbor(), clients.cloud(), "cloud");
        engagement(administration, clients.harbor(), clients.edge(), "edge");
        return clients;
    }

    private static void account(InMemoryAdministration administration, ClientAccountId id, String slug) {
        administration.create(new ClientAccount(id, new Slug(slug), slug));
    }

    private static void engagement(
            InMemoryAdministration administration, ClientAccountId client, EngagementId id, String slug) {
        administration.create(new Engagement(client, id, new Slug(slug), slug));
    }
}
