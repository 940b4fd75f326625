package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.benchmarks.Seeds.Purpose;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * A client account with two engagements, of which the smaller has every tenth asset.
 *
 * @param number different for each client
 * @param assets the number of assets; further ones may be made up from that number on
 */
record TextClient(int number, int assets) {
    private static final int SIDE = 10;

    String label() {
        return "%,d assets".formatted(assets);
    }

    TenantScope scope() {
        return TenantScope.forJob(id());
    }

    /** The scope of a member who sees the smaller engagement only. */
    TenantScope sideScope() {
        return TenantScope.forJob(id(), sideEngagement());
    }

    ClientAccountId id() {
        return new ClientAccountId(Dataset.clientId(number));
    }

    EngagementId mainEngagement() {
        return new EngagementId(Dataset.engagementId(number));
    }

    EngagementId sideEngagement() {
        return new EngagementId(Seeds.identifier(Purpose.SIDE_ENGAGEMENT, number));
    }

    EngagementId engagementOf(int asset) {
        return asset % SIDE == SIDE - 1 ? sideEngagement() : mainEngagement();
    }

    /** A number that no asset of another client has. */
    int row(int asset) {
        return number * 10_000_000 + asset;
    }
}
