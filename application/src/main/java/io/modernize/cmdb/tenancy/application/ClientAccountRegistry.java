package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Slug;
import java.util.List;
import java.util.Optional;

/**
 * Administration of client accounts by the operator of the service. No user's request reaches it: it works with the
 * owner's database login, as a client account must exist before anybody can be a member of it.
 */
public interface ClientAccountRegistry {
    Optional<ClientAccount> findClientAccount(Slug slug);

    Optional<Engagement> findEngagement(ClientAccountId clientAccountId, Slug slug);

    /** All client accounts, ordered by slug: what a job works for in turn. */
    List<ClientAccount> allClientAccounts();

    /** All engagements, identifiers only, in a stable order: what a job may be due for. */
    List<EngagementReference> allEngagements();

    /** The client account of that slug, created where there is none; an existing one keeps its name. */
    ClientAccount ensureClientAccount(Slug slug, String name);

    /** The engagement of that slug, created where there is none; an existing one keeps its name. */
    Engagement ensureEngagement(ClientAccountId clientAccountId, Slug slug, String name);

    /** Deletes the engagement with everything in it; does nothing where there is none. */
    void deleteEngagement(ClientAccountId clientAccountId, EngagementId engagementId);

    /** Creates the membership or changes its role and engagements. */
    void saveMembership(Membership membership);

    /** An engagement by its identifiers. */
    record EngagementReference(ClientAccountId clientAccountId, EngagementId engagementId) {}
}
