package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementOutcome.Created;
import io.modernize.cmdb.tenancy.application.EngagementOutcome.EngagementUnknown;
import io.modernize.cmdb.tenancy.application.EngagementOutcome.Renamed;
import io.modernize.cmdb.tenancy.application.EngagementOutcome.SlugTaken;
import io.modernize.cmdb.tenancy.application.EngagementOutcome.TooManyEngagements;
import java.util.UUID;

/** A client account's engagements and names. Client accounts themselves are the operator's to create. */
public final class ManageEngagements {
    /** Most engagements of a client account that members create: every scope of a member of some names those. */
    public static final int MOST_ENGAGEMENTS = 500;

    private final Engagements engagements;
    private final EngagementCatalog catalog;
    private final Memberships memberships;
    private final TenantTransactions transactions;

    public ManageEngagements(
            Engagements engagements,
            EngagementCatalog catalog,
            Memberships memberships,
            TenantTransactions transactions) {
        this.engagements = engagements;
        this.catalog = catalog;
        this.memberships = memberships;
        this.transactions = transactions;
    }

    /**
     * Creates an engagement. A creator whose membership covers only some engagements sees the new one as well from their
     * next request: what they could not see they could not use.
     */
    public EngagementOutcome create(TenantScope scope, PrincipalIdentity creator, Slug slug, DisplayName name) {
        return transactions.inScope(scope, () -> {
            Engagement engagement =
                    new Engagement(scope.clientAccountId(), new EngagementId(UUID.randomUUID()), slug, name.value());
            if (engagements.lockAndCount(scope) >= MOST_ENGAGEMENTS) {
                return new TooManyEngagements();
            }
            if (!engagements.add(scope, engagement)) {
                return new SlugTaken();
            }
            memberships.cover(scope, creator, engagement.id());
            return new Created(engagement);
        });
    }

    /** Gives an engagement of the scope another name; its slug stays, as commands and scripts go by it. */
    public EngagementOutcome rename(TenantScope scope, EngagementId id, DisplayName name) {
        return transactions.inScope(
                scope,
                () -> catalog.engagements(scope).stream()
                        .filter(engagement -> engagement.id().equals(id))
                        .findFirst()
                        .<EngagementOutcome>map(before -> {
                            engagements.rename(scope, id, name);
                            return new Renamed(
                                    before, new Engagement(before.clientAccountId(), id, before.slug(), name.value()));
                        })
                        .orElseGet(EngagementUnknown::new));
    }

    /**
     * Gives the client account another name; its slug stays.
     *
     * @throws IllegalArgumentException where the scope does not cover all of the client account
     */
    public Renaming renameClientAccount(TenantScope scope, DisplayName name) {
        if (!(scope.engagements() instanceof EngagementSelection.All)) {
            throw new IllegalArgumentException("a client account is renamed in a scope of all its engagements");
        }
        return transactions.inScope(scope, () -> {
            ClientAccount before = catalog.clientAccount(scope);
            engagements.renameClientAccount(scope, name);
            return new Renaming(before, new ClientAccount(before.id(), before.slug(), name.value()));
        });
    }

    /** A client account before and after it was renamed. */
    public record Renaming(ClientAccount before, ClientAccount account) {}
}
