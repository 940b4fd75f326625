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

/**
 * Creates and renames the engagements of a client account, and renames the client account. Only the operator creates
 * client accounts.
 */
public final class ManageEngagements {
    /**
     * The greatest number of engagements of a client account that members create. Every scope of a member of some
     * engagements names these.
     */
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
     * Creates an engagement. If the creator's membership covers only some engagements, it covers the new one from the
     * next request on.
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

    /** Renames an engagement of the scope. Its slug stays the same, because commands and scripts use it. */
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
     * Renames the client account. Its slug stays the same.
     *
     * @throws IllegalArgumentException if the scope does not cover all of the client account
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
