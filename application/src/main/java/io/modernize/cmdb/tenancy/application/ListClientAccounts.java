package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.List;

/** Lists the client accounts that an identity is a member of, so that it can choose one. */
public final class ListClientAccounts {
    /**
     * The greatest number of listed client accounts. Each is looked up in a transaction of its own, because no
     * transaction sees two of them.
     */
    public static final int MOST = 200;

    private final MembershipDirectory directory;
    private final EngagementCatalog catalog;
    private final TenantTransactions transactions;

    public ListClientAccounts(
            MembershipDirectory directory, EngagementCatalog catalog, TenantTransactions transactions) {
        this.directory = directory;
        this.catalog = catalog;
        this.transactions = transactions;
    }

    /** The first {@link #MOST} client accounts in the order of their ids. */
    public List<OwnClientAccount> of(PrincipalIdentity identity) {
        return directory.membershipsOf(identity).stream()
                .limit(MOST)
                .map(this::look)
                .toList();
    }

    private OwnClientAccount look(Membership membership) {
        return transactions.inScope(
                membership.scope(),
                () -> new OwnClientAccount(
                        membership,
                        catalog.clientAccount(membership.scope()),
                        catalog.engagements(membership.scope()).size()));
    }

    /** @param engagements the number of engagements that the membership covers */
    public record OwnClientAccount(Membership membership, ClientAccount account, int engagements) {}
}
