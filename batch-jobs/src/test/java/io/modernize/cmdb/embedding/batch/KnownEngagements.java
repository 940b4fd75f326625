package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.List;
import java.util.Optional;

/** A registry that knows engagements and gives no other answer. */
record KnownEngagements(TwoClients clients) implements ClientAccountRegistry {
    @Override
    public List<EngagementReference> allEngagements() {
        return List.of(
                new EngagementReference(clients.northwind(), clients.exit()),
                new EngagementReference(clients.northwind(), clients.erp()),
                new EngagementReference(clients.harbor(), clients.cloud()),
                new EngagementReference(clients.harbor(), clients.edge()));
    }

    @Override
    public Optional<ClientAccount> findClientAccount(Slug slug) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Engagement> findEngagement(ClientAccountId clientAccountId, Slug slug) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ClientAccount> allClientAccounts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClientAccount ensureClientAccount(Slug slug, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Engagement ensureEngagement(ClientAccountId clientAccountId, Slug slug, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteEngagement(ClientAccountId clientAccountId, EngagementId engagementId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveMembership(Membership membership) {
        throw new UnsupportedOperationException();
    }
}
