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
 * Administers client accounts for the operator of the service. No user's request reaches it. It works with the owner's
 * database login, because a client account must exist before anybody can be a member of it.
 */
public interface ClientAccountRegistry {
    Optional<ClientAccount> findClientAccount(Slug slug);

    Optional<Engagement> findEngagement(ClientAccountId clientAccountId, Slug slug);

    /** All client accounts, ordered by slug. Jobs work for them in turn. */
    List<ClientAccount> allClientAccounts();

    /** All engagements, as identifiers in a stable order. Jobs may be due for them. */
    List<EngagementReference> allEngagements();

    /** The client account with that slug. It is created if there is none. An existing client account keeps its name. */
    ClientAccount ensureClientAccount(Slug slug, String name);

    /** The engagement with that slug. It is created if there is none. An existing engagement keeps its name. */
    Engagement ensureEngagement(ClientAccountId clientAccountId, Slug slug, String name);

    /** Deletes the engagement with everything in it. Does nothing if there is none. */
    void deleteEngagement(ClientAccountId clientAccountId, EngagementId engagementId);

    /** Creates the membership or changes its role and engagements. */
    void saveMembership(Membership membership);

    /** An engagement by its identifiers. */
    record EngagementReference(ClientAccountId clientAccountId, EngagementId engagementId) {}
}
