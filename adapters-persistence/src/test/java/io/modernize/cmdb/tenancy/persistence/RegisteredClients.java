package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.UUID;

/** Two new client accounts in the database, of slugs that no other test has. */
public final class RegisteredClients {
    private RegisteredClients() {}

    public static TwoClients in(ClientAccountRegistry registry) {
        ClientAccountId northwind = client(registry, "northwind");
        ClientAccountId harbor = client(registry, "harbor");
        return new TwoClients(
                northwind,
                engagement(registry, northwind, "exit"),
                engagement(registry, northwind, "erp"),
                harbor,
                engagement(registry, harbor, "cloud"),
                engagement(registry, harbor, "edge"));
    }

    private static ClientAccountId client(ClientAccountRegistry registry, String name) {
        return registry.ensureClientAccount(new Slug(name + "-" + UUID.randomUUID()), name)
                .id();
    }

    private static EngagementId engagement(ClientAccountRegistry registry, ClientAccountId client, String name) {
        return registry.ensureEngagement(client, new Slug(name), name).id();
    }
}
