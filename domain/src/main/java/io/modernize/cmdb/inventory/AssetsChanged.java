package io.modernize.cmdb.inventory;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import java.util.UUID;

/**
 * Assets of an engagement are new or describe something else. It is written down before anybody hears of it, where there
 * is no row-level security: identifiers only.
 *
 * @param changeId of this change: who writes events down tells them apart by what they hold, and would take the first one
 *     of an engagement that is followed up for all of them
 */
public record AssetsChanged(UUID changeId, ClientAccountId clientAccountId, EngagementId engagementId) {
    /** Another change. */
    public static AssetsChanged in(ClientAccountId clientAccountId, EngagementId engagementId) {
        return new AssetsChanged(UUID.randomUUID(), clientAccountId, engagementId);
    }
}
