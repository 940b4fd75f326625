package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Slug;
import java.util.List;
import java.util.Optional;

/** A registry that nobody may ask; a test's own answers what that test asks for. */
public abstract class UnaskedClientAccountRegistry implements ClientAccountRegistry {
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
    public List<EngagementReference> allEngagements() {
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
