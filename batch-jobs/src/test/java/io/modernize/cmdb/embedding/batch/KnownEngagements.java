package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.application.UnaskedClientAccountRegistry;
import java.util.List;

/** A registry that knows engagements and gives no other answer. */
final class KnownEngagements extends UnaskedClientAccountRegistry {
    private final TwoClients clients;

    KnownEngagements(TwoClients clients) {
        this.clients = clients;
    }

    @Override
    public List<EngagementReference> allEngagements() {
        return List.of(
                new EngagementReference(clients.northwind(), clients.exit()),
                new EngagementReference(clients.northwind(), clients.erp()),
                new EngagementReference(clients.harbor(), clients.cloud()),
                new EngagementReference(clients.harbor(), clients.edge()));
    }
}
